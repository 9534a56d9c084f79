import { arrived, departed } from '../../shared/domain/presence.ts';
import type { Attendance } from '../../shared/records/attendance.ts';
import type { ParticipantId } from '../../shared/records/ids.ts';
import type { Meeting } from '../../shared/records/meeting.ts';
import { present } from '../../shared/std/must.ts';
import type { Evolutions } from './evolution.ts';
import { changeMeeting } from './evolve-meeting.ts';
import type { EntryPayload, LogEntry } from './log-entry.ts';
import { participantsOf, read, type RecordChange, type RoomState } from './room-state.ts';

/** A draft or closed meeting takes no attendance; signing in at a console is possible all the same. */
function signedIn(state: RoomState, entry: LogEntry & { type: 'attendance/signed-in' }): RecordChange[] {
  const { participantId, deviceId } = entry.payload;
  const { before, meeting } = attendanceOf(state, participantId);
  if (meeting.state === 'draft' || meeting.state === 'closed') return [];
  const isSeat = entry.actor.surface === 'seat';
  const body = { ...comeIn(before, meeting, entry.at), deviceId: isSeat ? deviceId : before.deviceId };
  return changesOf(state, meeting, [body]);
}

/** The secretary has set by hand who is here. */
function marked(state: RoomState, mark: EntryPayload<'attendance/marked'>, at: number): RecordChange[] {
  const { before, meeting } = attendanceOf(state, mark.participantId);
  return changesOf(state, meeting, [afterMark(before, mark, meeting, at)]);
}

/** The secretary has set several by hand at once. */
function markedMany(
  state: RoomState,
  { meetingId, marks }: EntryPayload<'attendance/marked-many'>,
  at: number,
): RecordChange[] {
  const meeting = present(read(state, 'meeting', meetingId), 'meeting');
  const bodies = marks.map((mark) =>
    afterMark(attendanceOf(state, mark.participantId).before, mark, meeting, at),
  );
  return changesOf(state, meeting, bodies);
}

/** Somebody has gone before the end. */
function left(state: RoomState, participantId: ParticipantId, at: number): RecordChange[] {
  const { before, meeting } = attendanceOf(state, participantId);
  return changesOf(state, meeting, [{ ...before, state: 'left', at, spans: departed(before.spans, at) }]);
}

/** Somebody will not come; the chairperson has not said anything to it yet. */
function absenceReported(
  state: RoomState,
  { participantId, reason }: EntryPayload<'absence/reported'>,
  at: number,
): RecordChange[] {
  const { before, meeting } = attendanceOf(state, participantId);
  const body = { ...stayAway(before, at), reason, excuse: 'asked' } as const;
  return changesOf(state, meeting, [body]);
}

/** The chairperson has spoken on an absence. */
function absenceDecided(
  state: RoomState,
  { participantId, consent }: EntryPayload<'absence/decided'>,
): RecordChange[] {
  const { before } = attendanceOf(state, participantId);
  return [{ kind: 'attendance', body: { ...before, excuse: consent ? 'consented' : 'declined' } }];
}

function attendanceOf(
  state: RoomState,
  id: ParticipantId,
): { readonly before: Attendance; readonly meeting: Meeting } {
  const before = present(read(state, 'attendance', id), 'attendance');
  return { before, meeting: present(read(state, 'meeting', before.meetingId), 'meeting') };
}

/** Whoever comes for the first time after the opening is late; whoever comes back is not. */
function comeIn(before: Attendance, meeting: Meeting, at: number): Attendance {
  if (before.state === 'present') return before;
  return {
    ...before,
    state: 'present',
    at,
    late: before.spans.length === 0 ? meeting.state === 'open' : before.late,
    reason: '',
    excuse: 'none',
    spans: arrived(before.spans, at),
  };
}

/** Whoever is absent, or expected again, has not been here. */
function stayAway(before: Attendance, at: number): Attendance {
  return { ...before, state: 'absent', at, late: false, reason: '', excuse: 'none', spans: [] };
}

function afterMark(
  before: Attendance,
  { state, reason, restore }: EntryPayload<'attendance/marked'>,
  meeting: Meeting,
  at: number,
): Attendance {
  if (restore !== undefined) return { ...before, state, reason, ...restore };
  switch (state) {
    case 'present':
      return comeIn(before, meeting, at);
    case 'left':
      return { ...before, state, reason, at, spans: departed(before.spans, at) };
    case 'absent':
    case 'expected':
      return { ...stayAway(before, at), state, reason };
  }
}

function changesOf(state: RoomState, meeting: Meeting, bodies: readonly Attendance[]): RecordChange[] {
  const changed = new Map(bodies.map((body) => [body.participantId, body]));
  let membersPresent = 0;
  let invitedPresent = 0;
  for (const one of participantsOf(state, meeting.id)) {
    const attendance = changed.get(one.id) ?? read(state, 'attendance', one.id);
    if (attendance?.state !== 'present') continue;
    if (one.hasVote) membersPresent += 1;
    if (one.roles.includes('invited')) invitedPresent += 1;
  }
  return [
    ...bodies.map((body) => ({ kind: 'attendance' as const, body })),
    changeMeeting(state, meeting.id, { membersPresent, invitedPresent }),
  ];
}

/** Who is here. */
export const attendanceEvolutions: Evolutions<
  | 'attendance/signed-in'
  | 'attendance/marked'
  | 'attendance/marked-many'
  | 'attendance/left'
  | 'absence/reported'
  | 'absence/decided'
> = {
  'attendance/signed-in': signedIn,
  'attendance/marked': (state, { payload, at }) => marked(state, payload, at),
  'attendance/marked-many': (state, { payload, at }) => markedMany(state, payload, at),
  'attendance/left': (state, { payload, at }) => left(state, payload.participantId, at),
  'absence/reported': (state, { payload, at }) => absenceReported(state, payload, at),
  'absence/decided': (state, { payload }) => absenceDecided(state, payload),
};
