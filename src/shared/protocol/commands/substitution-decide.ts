import { z } from 'zod';
import { participantId } from '../../records/ids.ts';

/** The chairperson consents to a substitute, or does not. */
export const substitutionDecide = z.strictObject({ participantId, consent: z.boolean() });
