import { z } from 'zod';
import { surface } from '../records/audience.ts';
import { deviceId, documentVersionId, moment, participantId, seatLabel } from '../records/ids.ts';
import { readiness } from './report.ts';

/** Of the replacements that a device has not got the hub names so many. */
export const namedReplacements = 50;

/**
 * How a device has come into the room: paired, with a certificate of its own; by the room code at the door for browsers;
 * or by the room code at the hub's own machine.
 */
export const joinedHow = z.enum(['certificate', 'browser', 'code']);
export type JoinedHow = z.infer<typeof joinedHow>;

/** One device as the hub sees it now. */
export const rosterDevice = z.strictObject({
  deviceId,
  surface,
  seat: seatLabel.nullable(),
  participantId: participantId.nullable(),
  joined: joinedHow,
  linked: z.boolean(),
  /** When the link last came or went. */
  since: moment,
  ...readiness.shape,
  /** Replacements in force that it has not said it holds, heard of or not; at most {@link namedReplacements}. */
  awaited: z.array(documentVersionId).max(namedReplacements),
});
export type RosterDevice = z.infer<typeof rosterDevice>;

/** Who is linked, for the consoles: the whole list each time. Presence is not a record and not in the log. */
export const rosterMessage = z.strictObject({
  type: z.literal('roster'),
  devices: z.array(rosterDevice),
});
export type RosterMessage = z.infer<typeof rosterMessage>;
