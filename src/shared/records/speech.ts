import { z } from 'zod';
import { agendaItemId, meetingId, moment, participantId, seatLabel, speechId } from './ids.ts';

/** `urgent` goes before ordinary ones; `reply` answers a speech of the same item. */
export const speechKind = z.enum(['speak', 'urgent', 'reply']);
export type SpeechKind = z.infer<typeof speechKind>;

/** `cleared`: the chair has emptied the queue, as against `withdrawn` by whoever had asked. */
export const speechState = z.enum(['waiting', 'speaking', 'spoken', 'withdrawn', 'cleared']);
export type SpeechState = z.infer<typeof speechState>;

/** A request for the floor and the speech that it becomes, with all that the room's screen needs to show it. */
export const speech = z.strictObject({
  id: speechId,
  meetingId,
  itemId: agendaItemId,
  participantId,
  seat: seatLabel.nullable(),
  name: z.string().min(1).max(120),
  /** Full name of the person in whose place the speaker is here (họp thay). */
  standsInFor: z.string().max(120).nullable(),
  kind: speechKind,
  /** The speech that a reply answers; null for the other kinds. */
  replyTo: speechId.nullable(),
  state: speechState,
  /** Asked for before the meeting was opened. */
  registered: z.boolean(),
  /** Place in the queue of the item, lowest first; compared with those who wait, never shown. */
  rank: z.number().int().nonnegative(),
  /** The hub's clock, at which the request took its place. */
  requestedAt: moment,
  /** The asking terminal's clock; earlier where the link was lost. For people to read, never for order. */
  madeAt: moment,
  /** Time to speak in milliseconds, extensions included; null without a limit. */
  limitMs: z.number().int().positive().nullable(),
  startedAt: moment.nullable(),
  /** Since when the timer stands still; null while it runs. */
  pausedAt: moment.nullable(),
  /** Milliseconds for which it has stood still before. */
  pausedMs: z.number().int().nonnegative(),
  endedAt: moment.nullable(),
});
export type Speech = z.infer<typeof speech>;
