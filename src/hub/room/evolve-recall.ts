import type { DeviceId, MeetingId } from '../../shared/records/ids.ts';
import { present } from '../../shared/std/must.ts';
import type { Evolutions } from './evolution.ts';
import type { EntryPayload } from './log-entry.ts';
import { all, read, type RecordChange, type RoomState } from './room-state.ts';

/** The papers' records change with the meeting's, so that whoever may see them no more is told of their end. */
function meetingRecalled(state: RoomState, meetingId: MeetingId, at: number): RecordChange[] {
  const meeting = present(read(state, 'meeting', meetingId), 'meeting');
  const isOfMeeting = (body: { readonly meetingId: MeetingId }): boolean => body.meetingId === meetingId;
  return [
    { kind: 'meeting', body: { ...meeting, recalledAt: at } },
    { kind: 'recall', body: { meetingId, at, terminals: [] } },
    ...[...all(state, 'document')].filter(isOfMeeting).map((body) => ({ kind: 'document' as const, body })),
    ...[...all(state, 'document-version')]
      .filter(isOfMeeting)
      .map((body) => ({ kind: 'document-version' as const, body })),
  ];
}

/** Said again by the same terminal it changes nothing. */
function recallAcknowledged(
  state: RoomState,
  { meetingId, deviceId, surface, seat }: EntryPayload<'recall/acknowledged'>,
  at: number,
): RecordChange[] {
  const recall = present(read(state, 'recall', meetingId), 'recall');
  if (recall.terminals.some((terminal) => terminal.deviceId === deviceId)) return [];
  const terminals = [...recall.terminals, { deviceId, surface, seat, at }];
  return [{ kind: 'recall', body: { ...recall, terminals } }];
}

/** Recalled meetings of which this device has not yet said that they are gone from it. */
export function recallsFor(state: RoomState, deviceId: DeviceId): MeetingId[] {
  return [...all(state, 'recall')]
    .filter(({ terminals }) => !terminals.some((terminal) => terminal.deviceId === deviceId))
    .map(({ meetingId }) => meetingId);
}

/** Papers called back. */
export const recallEvolutions: Evolutions<'meeting/recalled' | 'recall/acknowledged'> = {
  'meeting/recalled': (state, { payload, at }) => meetingRecalled(state, payload.meetingId, at),
  'recall/acknowledged': (state, { payload, at }) => recallAcknowledged(state, payload, at),
};
