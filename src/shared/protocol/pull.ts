import { z } from 'zod';
import { entryCheck } from '../records/wire-record.ts';

/** Asks for the records changed after a sequence. */
export const pullMessage = z.strictObject({
  type: z.literal('pull'),
  /** Chosen by the client; comes back with the page. */
  request: z.number().int().nonnegative(),
  since: z.number().int().nonnegative(),
  /** As in `checkpoint`. Where the log has another entry there, or none, the connection ends. */
  head: z.number().int().nonnegative().optional(),
  check: entryCheck.optional(),
  limit: z.number().int().positive().max(2000),
});
export type PullMessage = z.infer<typeof pullMessage>;
