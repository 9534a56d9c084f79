import { pausedUntil } from '../../shared/domain/speech-timer.ts';
import { queueOf, ranksMoved, ranksWith, speakerOf, type Ranks } from '../../shared/domain/floor.ts';
import type { AgendaItemId, MeetingId, SpeechId } from '../../shared/records/ids.ts';
import type { Participant } from '../../shared/records/participant.ts';
import type { Person } from '../../shared/records/person.ts';
import type { Speech } from '../../shared/records/speech.ts';
import { present } from '../../shared/std/must.ts';
import type { Evolutions } from './evolution.ts';
import type { EntryPayload } from './log-entry.ts';
import { all, read, type RecordChange, type RoomState } from './room-state.ts';

/** A request takes its place in the queue of its item, and those behind it move on. */
function floorRequested(
  state: RoomState,
  { requestId, madeAt, ...asked }: EntryPayload<'floor/requested'>,
  at: number,
): RecordChange[] {
  const queue = queueOf(all(state, 'speech'), asked.itemId);
  const ranks = ranksWith(queue, { id: requestId, kind: asked.kind });
  const rank = present(ranks.get(requestId), 'rank of a new request');
  const meeting = present(read(state, 'meeting', asked.meetingId), 'meeting');
  const request: Speech = {
    ...unspoken(state, participantOf(state, asked.participantId)),
    ...asked,
    id: requestId,
    registered: meeting.state !== 'open',
    rank,
    requestedAt: at,
    madeAt,
  };
  return [...reranked(queue, ranks), { kind: 'speech', body: request }];
}

/** A request that waits no more. */
function leftQueue(state: RoomState, id: SpeechId, to: 'withdrawn' | 'cleared'): RecordChange[] {
  return changed(state, id, { state: to });
}

/** Nobody waits for the floor on the current item any more. */
function floorCleared(state: RoomState, meetingId: MeetingId): RecordChange[] {
  const { currentItemId } = present(read(state, 'meeting', meetingId), 'meeting');
  const queue = currentItemId === null ? [] : queueOf(all(state, 'speech'), currentItemId);
  return queue.flatMap(({ id }) => leftQueue(state, id, 'cleared'));
}

/** One request of the queue stands elsewhere. */
function floorMoved(state: RoomState, { requestId, before }: EntryPayload<'floor/moved'>): RecordChange[] {
  const queue = queueOf(all(state, 'speech'), speechOf(state, requestId).itemId);
  return reranked(queue, ranksMoved(queue, requestId, before));
}

/** Whoever speaks is stopped, and the request has the floor. */
function floorGiven(
  state: RoomState,
  { requestId, limitMs }: EntryPayload<'floor/given'>,
  at: number,
): RecordChange[] {
  const request = speechOf(state, requestId);
  return [...floorLeft(state, request.meetingId, at), started(request, limitMs, at)];
}

/** Somebody who had not asked speaks on the current item. */
function floorCalled(
  state: RoomState,
  { requestId, participantId, limitMs }: EntryPayload<'floor/called'>,
  at: number,
): RecordChange[] {
  const participant = participantOf(state, participantId);
  const meeting = present(read(state, 'meeting', participant.meetingId), 'meeting');
  const request: Speech = {
    ...unspoken(state, participant),
    id: requestId,
    itemId: present(meeting.currentItemId, 'current item'),
    requestedAt: at,
    madeAt: at,
  };
  return [...floorLeft(state, meeting.id, at), started(request, limitMs, at)];
}

function started(request: Speech, limitMs: number | null, at: number): RecordChange {
  return { kind: 'speech', body: { ...request, state: 'speaking', limitMs, startedAt: at } };
}

/** The timer stands still. */
function speechPaused(state: RoomState, id: SpeechId, at: number): RecordChange[] {
  return changed(state, id, { pausedAt: at });
}

/** The timer runs on, and the pause does not count. */
function speechResumed(state: RoomState, id: SpeechId, at: number): RecordChange[] {
  return changed(state, id, { pausedAt: null, pausedMs: pausedUntil(speechOf(state, id), at) });
}

/** More time, where there is a limit. */
function speechExtended(state: RoomState, { requestId, ms }: EntryPayload<'floor/extended'>): RecordChange[] {
  const { limitMs } = speechOf(state, requestId);
  return changed(state, requestId, { limitMs: limitMs === null ? null : limitMs + ms });
}

/** The end of a speech. */
function speechStopped(state: RoomState, id: SpeechId, at: number): RecordChange[] {
  const pausedMs = pausedUntil(speechOf(state, id), at);
  return changed(state, id, { state: 'spoken', pausedAt: null, pausedMs, endedAt: at });
}

/** Whoever has the floor in a meeting has it no more: somebody else gets it, or the item is left. */
export function floorLeft(state: RoomState, meetingId: MeetingId, at: number): RecordChange[] {
  const speaking = speakerOf(all(state, 'speech'), meetingId);
  return speaking === null ? [] : speechStopped(state, speaking.id, at);
}

/** The timer of whoever speaks on an item stands still, because the item does. */
export function floorRests(state: RoomState, itemId: AgendaItemId, at: number): RecordChange[] {
  const { meetingId } = present(read(state, 'agenda-item', itemId), 'agenda item');
  const speaking = speakerOf(all(state, 'speech'), meetingId);
  return speaking === null || speaking.pausedAt !== null ? [] : speechPaused(state, speaking.id, at);
}

/** Requests that wait follow their participant: to another seat, and under the name of a substitute. */
export function withSpeeches(state: RoomState, changes: readonly RecordChange[]): readonly RecordChange[] {
  const following = changes.flatMap((change) =>
    change.kind === 'participant' ? speechesFollow(state, change.body, changes) : [],
  );
  return following.length === 0 ? changes : [...changes, ...following];
}

function speechesFollow(
  state: RoomState,
  participant: Participant,
  changes: readonly RecordChange[],
): RecordChange[] {
  const own = [...all(state, 'speech')].filter(
    (one) => one.participantId === participant.id && (one.state === 'waiting' || one.state === 'speaking'),
  );
  if (own.length === 0) return [];
  const known = changes.find(({ kind, body }) => kind === 'person' && body.id === participant.personId);
  const person = known?.kind === 'person' ? known.body : personOf(state, participant);
  return own.map((one) => ({
    kind: 'speech' as const,
    body: { ...one, ...speakerFacts(participant, person) },
  }));
}

/** What a speech says of its participant, and of a time that has not come. */
function unspoken(
  state: RoomState,
  participant: Participant,
): Omit<Speech, 'id' | 'itemId' | 'requestedAt' | 'madeAt'> {
  return {
    meetingId: participant.meetingId,
    participantId: participant.id,
    ...speakerFacts(participant, personOf(state, participant)),
    kind: 'speak',
    replyTo: null,
    state: 'waiting',
    registered: false,
    rank: 0,
    limitMs: null,
    startedAt: null,
    pausedAt: null,
    pausedMs: 0,
    endedAt: null,
  };
}

function speakerFacts(
  { seat, standsInFor }: Participant,
  { fullName }: Person,
): Pick<Speech, 'seat' | 'name' | 'standsInFor'> {
  return { seat, name: fullName, standsInFor: standsInFor?.fullName ?? null };
}

function personOf(state: RoomState, { personId }: Participant): Person {
  return present(read(state, 'person', personId), 'person');
}

function reranked(queue: readonly Speech[], ranks: Ranks): RecordChange[] {
  return queue.flatMap((one): RecordChange[] => {
    const rank = ranks.get(one.id);
    return rank === undefined ? [] : [{ kind: 'speech', body: { ...one, rank } }];
  });
}

function changed(state: RoomState, id: SpeechId, change: Partial<Speech>): RecordChange[] {
  return [{ kind: 'speech', body: { ...speechOf(state, id), ...change } }];
}

function speechOf(state: RoomState, id: SpeechId): Speech {
  return present(read(state, 'speech', id), 'speech');
}

function participantOf(state: RoomState, id: string): Participant {
  return present(read(state, 'participant', id), 'participant');
}

/** The floor. */
export const floorEvolutions: Evolutions<
  | 'floor/requested'
  | 'floor/withdrawn'
  | 'floor/given'
  | 'floor/called'
  | 'floor/moved'
  | 'floor/paused'
  | 'floor/resumed'
  | 'floor/extended'
  | 'floor/stopped'
  | 'floor/cleared'
> = {
  'floor/requested': (state, { payload, at }) => floorRequested(state, payload, at),
  'floor/withdrawn': (state, { payload }) => leftQueue(state, payload.requestId, 'withdrawn'),
  'floor/given': (state, { payload, at }) => floorGiven(state, payload, at),
  'floor/called': (state, { payload, at }) => floorCalled(state, payload, at),
  'floor/moved': (state, { payload }) => floorMoved(state, payload),
  'floor/paused': (state, { payload, at }) => speechPaused(state, payload.requestId, at),
  'floor/resumed': (state, { payload, at }) => speechResumed(state, payload.requestId, at),
  'floor/extended': (state, { payload }) => speechExtended(state, payload),
  'floor/stopped': (state, { payload, at }) => speechStopped(state, payload.requestId, at),
  'floor/cleared': (state, { payload }) => floorCleared(state, payload.meetingId),
};
