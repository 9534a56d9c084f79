import { z } from 'zod';
import { moment } from '../records/ids.ts';

/** The answer to a ping: its `at`, and the hub's clock. */
export const pongMessage = z.strictObject({
  type: z.literal('pong'),
  at: z.number().int().nonnegative(),
  now: moment,
});
export type PongMessage = z.infer<typeof pongMessage>;
