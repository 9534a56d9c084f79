import { z } from 'zod';
import { voteId } from '../../records/ids.ts';

/** Says that the count as entered is right, or that it is not, by somebody else than who entered it. */
export const countConfirm = z.strictObject({ voteId, agrees: z.boolean() });
