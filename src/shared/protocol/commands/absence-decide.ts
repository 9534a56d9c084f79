import { z } from 'zod';
import { participantId } from '../../records/ids.ts';

/** The chairperson consents to a reported absence, or does not. */
export const absenceDecide = z.strictObject({ participantId, consent: z.boolean() });
