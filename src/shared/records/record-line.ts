import { z } from 'zod';
import {
  agendaItemId,
  documentId,
  meetingId,
  moment,
  opinionId,
  participantId,
  recordLineId,
  seatLabel,
  voteId,
} from './ids.ts';
import { callKind } from './call.ts';
import { speechKind } from './speech.ts';

/** Somebody as the record names them: as they were called when it happened. */
const who = z.strictObject({
  participantId,
  name: z.string().max(200),
  /** For whom a substitute stands in (họp thay); null for everybody else. */
  standsInFor: z.string().max(200).nullable(),
});
export type RecordedPerson = z.infer<typeof who>;

const count = z.number().int().nonnegative();

/** What happened, in the terms of a meeting; words are made of it where it is read. */
export const recordEvent = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('meeting-opened'),
    membersPresent: count,
    inOffice: count,
    invitedPresent: count,
    invited: count,
    /** Voting members who are not there, with the reason that they gave, or an empty one. */
    missing: z.array(z.strictObject({ who, reason: z.string().max(500) })).max(2000),
    substitutes: z.array(who).max(2000),
  }),
  z.strictObject({ type: z.literal('meeting-closed') }),
  z.strictObject({ type: z.enum(['item-started', 'item-paused', 'item-resumed']) }),
  z.strictObject({ type: z.enum(['arrived-late', 'returned', 'left']), who }),
  z.strictObject({ type: z.literal('absent'), who, reason: z.string().max(500) }),
  /** The chairperson's word on an absence that was reported. */
  z.strictObject({ type: z.literal('absence-decided'), who, consent: z.boolean() }),
  z.strictObject({ type: z.literal('substituted'), who }),
  z.strictObject({
    type: z.literal('seat-moved'),
    who,
    from: seatLabel.nullable(),
    to: seatLabel.nullable(),
  }),
  z.strictObject({ type: z.literal('speech-given'), who, kind: speechKind }),
  z.strictObject({ type: z.literal('speech-ended'), who, spokenMs: count }),
  /** A written opinion that the chairperson takes into the minutes. */
  z.strictObject({ type: z.literal('opinion-taken'), who, opinionId }),
  z.strictObject({ type: z.literal('late-ballot'), who, voteId, accepted: z.boolean() }),
  /** What was counted in the room was written down: how many papers there were, and never what stands on them. */
  z.strictObject({
    type: z.literal('count-entered'),
    voteId,
    who,
    /** Null where hands were counted. */
    papers: z.strictObject({ issued: count, returned: count, valid: count, invalid: count }).nullable(),
  }),
  /** A second person's word on a count. */
  z.strictObject({ type: z.literal('count-confirmed'), voteId, who, agrees: z.boolean() }),
  /** The right at the terminal ended, and a paper ballot was given out. */
  z.strictObject({ type: z.literal('paper-issued'), voteId, who }),
  z.strictObject({ type: z.enum(['call-made', 'call-answered']), seat: seatLabel, kind: callKind }),
  z.strictObject({ type: z.literal('text-replaced'), documentId, reason: z.string().max(300) }),
  z.strictObject({ type: z.literal('vote-opened'), voteId, electorate: count }),
  z.strictObject({ type: z.literal('vote-locked'), voteId, received: count, electorate: count }),
  z.strictObject({ type: z.literal('vote-announced'), voteId }),
  z.strictObject({ type: z.literal('copies-handed'), handed: count, copies: count }),
  z.strictObject({ type: z.literal('copies-collected'), collected: count, handed: count }),
]);
export type RecordEvent = z.infer<typeof recordEvent>;

/** The most characters of a line that the secretary writes. */
export const longestLine = 2000;

/** One line of the running record (diễn biến cuộc họp), written by the secretary or by an event. */
export const recordLine = z.strictObject({
  id: recordLineId,
  meetingId,
  /** The item that was current; null outside any. */
  itemId: agendaItemId.nullable(),
  /** The log entry that first wrote it: the order of the record, which no edit changes. */
  order: z.number().int().positive(),
  /** When it was written; for people. */
  at: moment,
  source: z.enum(['clerk', 'event']),
  /** The secretary's words; null on an event's line. */
  text: z.string().min(1).max(longestLine).nullable(),
  /** What happened; null on a line of the secretary's. */
  event: recordEvent.nullable(),
  /** When the secretary last changed the words; null while they are the first. */
  editedAt: moment.nullable(),
  /** Crossed out: kept, and no part of the minutes. */
  struck: z.boolean(),
});
export type RecordLine = z.infer<typeof recordLine>;
