import type { Announcement } from '../../shared/records/announcement.ts';
import type { CallState } from '../../shared/records/call.ts';
import type { CallId, ParticipantId, PersonId } from '../../shared/records/ids.ts';
import { present } from '../../shared/std/must.ts';
import type { Evolutions } from './evolution.ts';
import type { EntryPayload, LogEntry } from './log-entry.ts';
import { all, read, type RecordChange, type RoomState } from './room-state.ts';

/** A written opinion has come, from its author's seat or copied in by the secretary. */
function opinionSent(state: RoomState, entry: LogEntry & { type: 'opinion/sent' }): RecordChange[] {
  const { opinionId, ...sent } = entry.payload;
  const personId = personOf(state, sent.participantId);
  const copiedIn = entry.actor.participantId !== sent.participantId;
  return [
    { kind: 'opinion', body: { id: opinionId, ...sent, personId, at: entry.at, copiedIn, state: 'sent' } },
  ];
}

/** What the chair does with a written opinion. */
function opinionMarked(
  state: RoomState,
  { opinionId, state: to }: EntryPayload<'opinion/marked'>,
): RecordChange[] {
  const opinion = present(read(state, 'opinion', opinionId), 'opinion');
  return [{ kind: 'opinion', body: { ...opinion, state: to } }];
}

/** A seat calls. */
function callMade(state: RoomState, entry: LogEntry & { type: 'call/made' }): RecordChange[] {
  const { callId, ...made } = entry.payload;
  const { participantId } = entry.actor;
  const personId = participantId === null ? null : personOf(state, participantId);
  return [
    { kind: 'call', body: { id: callId, ...made, personId, state: 'open', at: entry.at, endedAt: null } },
  ];
}

/** A call is over. */
function callEnded(state: RoomState, id: CallId, to: Exclude<CallState, 'open'>, at: number): RecordChange[] {
  const call = present(read(state, 'call', id), 'call');
  return [{ kind: 'call', body: { ...call, state: to, endedAt: at } }];
}

/** An announcement: one record for all, or one for each addressee, so that each sees the own one alone. */
function announcementSent(
  state: RoomState,
  { announcementId, meetingId, text, to }: EntryPayload<'announcement/sent'>,
  at: number,
): RecordChange[] {
  const record = (participantId: ParticipantId | null, personId: PersonId | null): RecordChange => {
    const body: Announcement = {
      id: announcementId,
      meetingId,
      participantId,
      personId,
      text,
      at,
      withdrawnAt: null,
    };
    return { kind: 'announcement', body };
  };
  return to === 'all' ? [record(null, null)] : to.map((one) => record(one, personOf(state, one)));
}

/** An announcement is taken off every seat that had it. */
function announcementWithdrawn(
  state: RoomState,
  { announcementId }: EntryPayload<'announcement/withdrawn'>,
  at: number,
): RecordChange[] {
  return [...all(state, 'announcement')]
    .filter(({ id }) => id === announcementId)
    .map((body) => ({ kind: 'announcement' as const, body: { ...body, withdrawnAt: at } }));
}

function personOf(state: RoomState, id: ParticipantId): PersonId {
  return present(read(state, 'participant', id), 'participant').personId;
}

/** Opinions, calls and announcements. */
export const messageEvolutions: Evolutions<
  | 'opinion/sent'
  | 'opinion/marked'
  | 'call/made'
  | 'call/answered'
  | 'call/cancelled'
  | 'announcement/sent'
  | 'announcement/withdrawn'
> = {
  'opinion/sent': opinionSent,
  'opinion/marked': (state, { payload }) => opinionMarked(state, payload),
  'call/made': callMade,
  'call/answered': (state, { payload, at }) => callEnded(state, payload.callId, 'answered', at),
  'call/cancelled': (state, { payload, at }) => callEnded(state, payload.callId, 'cancelled', at),
  'announcement/sent': (state, { payload, at }) => announcementSent(state, payload, at),
  'announcement/withdrawn': (state, { payload, at }) => announcementWithdrawn(state, payload, at),
};
