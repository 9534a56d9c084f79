import { spentOn } from '../../shared/domain/agenda-times.ts';
import { expected } from '../../shared/domain/presence.ts';
import type { AgendaItemId, MeetingId } from '../../shared/records/ids.ts';
import type { Meeting } from '../../shared/records/meeting.ts';
import { present } from '../../shared/std/must.ts';
import type { Evolutions } from './evolution.ts';
import { floorRests } from './evolve-floor.ts';
import { floorLeft } from './evolve-floor.ts';
import type { EntryPayload } from './log-entry.ts';
import { participantsOf, read, type RecordChange, type RoomState } from './room-state.ts';

const notBegun = { beganAt: null, endedAt: null, startedAt: null, pausedAt: null, spentMs: 0 };

/** A meeting with its agenda, its people and nobody present yet. */
function created(plan: EntryPayload<'meeting/created'>): RecordChange[] {
  const meetingId = plan.meeting.id;
  const meeting: Meeting = {
    ...plan.meeting,
    state: 'draft',
    releasedAt: null,
    openedAt: null,
    closedAt: null,
    recalledAt: null,
    currentItemId: null,
    breakSince: null,
    membersPresent: 0,
    invitedPresent: 0,
    invited: plan.participants.filter((one) => one.roles.includes('invited')).length,
  };
  return [
    { kind: 'meeting', body: meeting },
    ...plan.people.map((body) => ({ kind: 'person' as const, body })),
    ...plan.participants.map((one) => ({
      kind: 'participant' as const,
      body: { ...one, meetingId, movedFrom: null, standsInFor: null },
    })),
    ...plan.participants.map((one) => ({ kind: 'attendance' as const, body: expected(one.id, meetingId) })),
    ...plan.items.map((item) => ({
      kind: 'agenda-item' as const,
      body: { ...item, meetingId, state: 'waiting' as const, ...notBegun },
    })),
    stoppedPresentation(meetingId, 0),
  ];
}

/** From here on the room may see the meeting: everything that belongs to it is told anew. */
function released(state: RoomState, id: MeetingId, at: number): RecordChange[] {
  const people = new Set(participantsOf(state, id).map((one) => one.personId));
  const changes: RecordChange[] = [changeMeeting(state, id, { state: 'released', releasedAt: at })];
  for (const { kind, body } of state.records.values()) {
    const belongs = kind === 'person' ? people.has(body.id) : kind !== 'meeting' && body.meetingId === id;
    if (belongs) changes.push({ kind, body } as RecordChange);
  }
  return changes;
}

/** The meeting with some of its facts changed. */
export function changeMeeting(state: RoomState, id: MeetingId, change: Partial<Meeting>): RecordChange {
  return { kind: 'meeting', body: { ...present(read(state, 'meeting', id), 'meeting'), ...change } };
}

/** The end of a meeting: its current item is left, and nothing is shown. */
function closed(state: RoomState, id: MeetingId, at: number): RecordChange[] {
  const meeting = present(read(state, 'meeting', id), 'meeting');
  return [
    changeMeeting(state, id, { state: 'closed', closedAt: at, currentItemId: null, breakSince: null }),
    ...leaveItem(state, meeting, at),
    ...floorLeft(state, id, at),
    stoppedPresentation(id, at),
  ];
}

/** An item becomes the current one; the one before is done. */
function itemStarted(state: RoomState, itemId: string, at: number): RecordChange[] {
  const item = present(read(state, 'agenda-item', itemId), 'agenda item');
  const meeting = present(read(state, 'meeting', item.meetingId), 'meeting');
  return [
    ...leaveItem(state, meeting, at),
    {
      kind: 'agenda-item',
      body: { ...item, state: 'current', beganAt: item.beganAt ?? at, startedAt: at, pausedAt: null },
    },
    changeMeeting(state, meeting.id, { currentItemId: item.id, breakSince: null }),
    ...floorLeft(state, meeting.id, at),
    stoppedPresentation(meeting.id, at),
  ];
}

function leaveItem(state: RoomState, meeting: Meeting, at: number): RecordChange[] {
  const item = meeting.currentItemId === null ? null : read(state, 'agenda-item', meeting.currentItemId);
  if (item === null) return [];
  const spentMs = spentOn(item, at);
  return [{ kind: 'agenda-item', body: { ...item, state: 'done', spentMs, endedAt: at, pausedAt: null } }];
}

/** A break in the current item: its time stands still. */
function itemPaused(state: RoomState, itemId: AgendaItemId, at: number): RecordChange[] {
  const item = present(read(state, 'agenda-item', itemId), 'agenda item');
  return [
    { kind: 'agenda-item', body: { ...item, spentMs: spentOn(item, at), pausedAt: at } },
    changeMeeting(state, item.meetingId, { breakSince: at }),
  ];
}

/** The end of the break: the item's time runs again. */
function itemResumed(state: RoomState, itemId: AgendaItemId, at: number): RecordChange[] {
  const item = present(read(state, 'agenda-item', itemId), 'agenda item');
  return [
    { kind: 'agenda-item', body: { ...item, startedAt: at, pausedAt: null } },
    changeMeeting(state, item.meetingId, { breakSince: null }),
  ];
}

/** Nothing is shown any more. */
function stoppedPresentation(meetingId: MeetingId, at: number): RecordChange {
  const nothing = { versionId: null, page: 0, zone: null, presenterId: null };
  return { kind: 'presentation', body: { meetingId, ...nothing, at } };
}

/** The meeting and its agenda. */
export const meetingEvolutions: Evolutions<
  | 'meeting/created'
  | 'meeting/released'
  | 'meeting/opened'
  | 'meeting/closed'
  | 'item/started'
  | 'item/paused'
  | 'item/resumed'
  | 'body/changed'
  | 'presentation/shown'
  | 'presentation/stopped'
> = {
  'meeting/created': (_state, { payload }) => created(payload),
  'meeting/released': (state, { payload, at }) => released(state, payload.meetingId, at),
  'meeting/opened': (state, { payload, at }) => [
    changeMeeting(state, payload.meetingId, { state: 'open', openedAt: at }),
  ],
  'meeting/closed': (state, { payload, at }) => closed(state, payload.meetingId, at),
  'item/started': (state, { payload, at }) => itemStarted(state, payload.itemId, at),
  'item/paused': (state, { payload, at }) => [
    ...itemPaused(state, payload.itemId, at),
    ...floorRests(state, payload.itemId, at),
  ],
  'item/resumed': (state, { payload, at }) => itemResumed(state, payload.itemId, at),
  'body/changed': (state, { payload }) => [changeMeeting(state, payload.meetingId, { body: payload.body })],
  'presentation/shown': (_state, { payload: { zone = null, ...place }, at }) => [
    { kind: 'presentation', body: { ...place, zone, at } },
  ],
  'presentation/stopped': (_state, { payload, at }) => [stoppedPresentation(payload.meetingId, at)],
};
