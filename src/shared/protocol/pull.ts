import { z } from 'zod';

/** Asks for the records changed after a sequence. */
export const pullMessage = z.strictObject({
  type: z.literal('pull'),
  /** Chosen by the client; comes back with the page. */
  request: z.number().int().nonnegative(),
  since: z.number().int().nonnegative(),
  limit: z.number().int().positive().max(2000),
});
export type PullMessage = z.infer<typeof pullMessage>;
