import { z } from 'zod';
import { refusalCodes } from '../refusals/refusal-table.ts';

/** The hub refuses a message or the connection itself; the connection is closed after it. */
export const rejectedMessage = z.strictObject({
  type: z.literal('rejected'),
  code: z.enum(refusalCodes),
});
export type RejectedMessage = z.infer<typeof rejectedMessage>;
