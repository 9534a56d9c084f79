import type { Attendance } from '../../shared/records/attendance.ts';
import type { MeetingId, ParticipantId } from '../../shared/records/ids.ts';
import type { Meeting } from '../../shared/records/meeting.ts';
import { present } from '../../shared/std/must.ts';
import { changeMeeting } from './evolve-meeting.ts';
import type { EntryPayload, LogEntry } from './log-entry.ts';
import { participantsOf, read, type RecordChange, type RoomState } from './room-state.ts';

/** The attendance of somebody of whom nothing is known yet. */
export function expected(participantId: ParticipantId, meetingId: MeetingId): Attendance {
  return { participantId, meetingId, state: 'expected', at: null, late: false, reason: '', deviceId: null };
}

/** A draft or closed meeting takes no attendance; signing in at a console is possible all the same. */
export function signedIn(
  state: RoomState,
  entry: LogEntry & { type: 'attendance/signed-in' },
): RecordChange[] {
  const { participantId, deviceId } = entry.payload;
  const before = present(read(state, 'attendance', participantId), 'attendance');
  const meeting = present(read(state, 'meeting', before.meetingId), 'meeting');
  if (meeting.state === 'draft' || meeting.state === 'closed') return [];
  const isSeat = entry.actor.surface === 'seat';
  const body: Attendance = {
    ...before,
    state: 'present',
    reason: '',
    at: before.state === 'present' ? before.at : entry.at,
    late: before.state === 'present' ? before.late : meeting.state === 'open',
    deviceId: isSeat ? deviceId : before.deviceId,
  };
  return [{ kind: 'attendance', body }, recountPresence(state, meeting, body)];
}

/** The secretary has set by hand who is here. */
export function marked(
  state: RoomState,
  mark: EntryPayload<'attendance/marked'>,
  at: number,
): RecordChange[] {
  const before = present(read(state, 'attendance', mark.participantId), 'attendance');
  const meeting = present(read(state, 'meeting', before.meetingId), 'meeting');
  const isArrival = mark.state === 'present' && before.state !== 'present';
  const body: Attendance = {
    ...before,
    state: mark.state,
    reason: mark.reason,
    at,
    late: isArrival ? meeting.state === 'open' : mark.state === 'present' && before.late,
  };
  return [{ kind: 'attendance', body }, recountPresence(state, meeting, body)];
}

function recountPresence(state: RoomState, meeting: Meeting, changed: Attendance): RecordChange {
  let membersPresent = 0;
  let invitedPresent = 0;
  for (const one of participantsOf(state, meeting.id)) {
    const attendance = one.id === changed.participantId ? changed : read(state, 'attendance', one.id);
    if (attendance?.state !== 'present') continue;
    if (one.hasVote) membersPresent += 1;
    if (one.roles.includes('invited')) invitedPresent += 1;
  }
  return changeMeeting(state, meeting.id, { membersPresent, invitedPresent });
}
