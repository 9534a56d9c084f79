import { z } from 'zod';
import { surface } from '../records/audience.ts';
import { deviceId, moment, participantId, seatLabel } from '../records/ids.ts';
import { readiness } from './report.ts';

/** One device as the hub sees it now. */
export const rosterDevice = z.strictObject({
  deviceId,
  surface,
  seat: seatLabel.nullable(),
  participantId: participantId.nullable(),
  linked: z.boolean(),
  /** When the link last came or went. */
  since: moment,
  ...readiness.shape,
});
export type RosterDevice = z.infer<typeof rosterDevice>;

/** Who is linked, for the consoles: the whole list each time. Presence is not a record and not in the log. */
export const rosterMessage = z.strictObject({
  type: z.literal('roster'),
  devices: z.array(rosterDevice),
});
export type RosterMessage = z.infer<typeof rosterMessage>;
