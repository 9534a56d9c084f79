import { z } from 'zod';

/** What a terminal tells of itself, for the consoles; never stored. */
export const reportMessage = z.strictObject({
  type: z.literal('report'),
  /** Document versions held whole on the terminal, of those in force. */
  packHeld: z.number().int().nonnegative(),
  packTotal: z.number().int().nonnegative(),
  /** Commands waiting in its outbox. */
  waiting: z.number().int().nonnegative(),
});
export type ReportMessage = z.infer<typeof reportMessage>;
