import { z } from 'zod';
import { surface } from './audience.ts';
import { deviceId, meetingId, moment, seatLabel } from './ids.ts';

/** A terminal that has destroyed a recalled meeting's key. */
export const recalledTerminal = z.strictObject({
  deviceId,
  surface,
  seat: seatLabel.nullable(),
  at: moment,
});
export type RecalledTerminal = z.infer<typeof recalledTerminal>;

/** The recall of a meeting's papers, and who has carried it out. */
export const recall = z.strictObject({
  meetingId,
  at: moment,
  /** In the order in which they said so, each device once. */
  terminals: z.array(recalledTerminal),
});
export type Recall = z.infer<typeof recall>;
