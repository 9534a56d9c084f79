import { z } from 'zod';
import { viewer } from '../records/audience.ts';
import { deviceId, meetingId, moment, participantId, roomId, seatLabel } from '../records/ids.ts';

/** The hub's answer to hello. */
export const welcomeMessage = z.strictObject({
  type: z.literal('welcome'),
  protocol: z.number().int(),
  roomId,
  epoch: z.number().int().positive(),
  /** The last sequence in the log. */
  seq: z.number().int().nonnegative(),
  /** `another` when the log has something else where hello named an entry of this epoch: the hub was replaced by a copy. */
  history: z.enum(['same', 'another']),
  /** The hub's clock. */
  now: moment,
  deviceId,
  seat: seatLabel.nullable(),
  viewer,
  /** The participant signed in at this device; null when nobody is. */
  participantId: participantId.nullable(),
  /** Recalled meetings that this device has not acknowledged: their papers go before anything is shown. */
  recalls: z.array(meetingId),
});
export type WelcomeMessage = z.infer<typeof welcomeMessage>;
