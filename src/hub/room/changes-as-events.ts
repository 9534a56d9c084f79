import type { Attendance } from '../../shared/records/attendance.ts';
import type { AgendaItemId, MeetingId } from '../../shared/records/ids.ts';
import type { Opinion } from '../../shared/records/opinion.ts';
import type { Participant } from '../../shared/records/participant.ts';
import type { RecordEvent, RecordedPerson } from '../../shared/records/record-line.ts';
import type { Speech } from '../../shared/records/speech.ts';
import { present } from '../../shared/std/must.ts';
import { isOfTheRoom, recordedPerson } from './recorded-person.ts';
import { read, type RecordChange, type RoomState } from './room-state.ts';

/** An event, and where it belongs; without an item it belongs to the current one. */
export interface PlacedEvent {
  readonly meetingId: MeetingId;
  readonly itemId?: AgendaItemId;
  readonly event: RecordEvent;
}

/**
 * What the changes of one entry tell the running record: people who come and go, speeches, opinions taken. Read from
 * the records before and after, so that it is told whatever the cause was: a speech ends by the chairperson's word,
 * by the next speaker's turn or with its item.
 */
export function eventsOfChanges(state: RoomState, changes: readonly RecordChange[]): readonly PlacedEvent[] {
  return changes.flatMap((change): PlacedEvent[] => {
    switch (change.kind) {
      case 'attendance':
        return attendanceEvents(state, change.body, changes);
      case 'participant':
        return participantEvents(state, change.body, changes);
      case 'speech':
        return speechEvents(state, change.body);
      case 'opinion':
        return opinionEvents(state, change.body);
      default:
        return [];
    }
  });
}

function attendanceEvents(
  state: RoomState,
  after: Attendance,
  changes: readonly RecordChange[],
): PlacedEvent[] {
  const before = read(state, 'attendance', after.participantId);
  const one = present(read(state, 'participant', after.participantId), 'participant');
  if (before === null || !isOfTheRoom(one)) return [];
  const { meetingId } = one;
  const who = recordedPerson(state, one, changes);
  const events: RecordEvent[] = [];
  if (after.state !== before.state) {
    if (after.state === 'present') events.push({ type: cameBack(before) ? 'returned' : 'arrived-late', who });
    if (after.state === 'left') events.push({ type: 'left', who });
    if (after.state === 'absent') events.push({ type: 'absent', who, reason: after.reason });
  }
  if (after.excuse !== before.excuse && (after.excuse === 'consented' || after.excuse === 'declined')) {
    events.push({ type: 'absence-decided', who, consent: after.excuse === 'consented' });
  }
  return events.map((event) => ({ meetingId, event }));
}

/** In the room once before, and gone since. */
function cameBack({ state, spans }: Attendance): boolean {
  return state === 'left' || spans.length > 0;
}

function participantEvents(
  state: RoomState,
  after: Participant,
  changes: readonly RecordChange[],
): PlacedEvent[] {
  const before = read(state, 'participant', after.id);
  if (before === null || !isOfTheRoom(after)) return [];
  const { meetingId } = after;
  const who = recordedPerson(state, after, changes);
  const events: RecordEvent[] = [];
  if (after.personId !== before.personId) events.push({ type: 'substituted', who });
  if (after.seat !== before.seat) events.push({ type: 'seat-moved', who, from: before.seat, to: after.seat });
  return events.map((event) => ({ meetingId, event }));
}

function speechEvents(state: RoomState, after: Speech): PlacedEvent[] {
  const before = read(state, 'speech', after.id)?.state ?? 'waiting';
  const { meetingId, itemId, kind } = after;
  const who: RecordedPerson = {
    participantId: after.participantId,
    name: after.name,
    standsInFor: after.standsInFor,
  };
  if (before === after.state) return [];
  if (after.state === 'speaking') return [{ meetingId, itemId, event: { type: 'speech-given', who, kind } }];
  if (after.state !== 'spoken') return [];
  const spokenMs = Math.max(0, (after.endedAt ?? 0) - (after.startedAt ?? 0) - after.pausedMs);
  return [{ meetingId, itemId, event: { type: 'speech-ended', who, spokenMs } }];
}

function opinionEvents(state: RoomState, after: Opinion): PlacedEvent[] {
  const before = read(state, 'opinion', after.id);
  if (after.state !== 'in-minutes' || before?.state === 'in-minutes') return [];
  const { meetingId, itemId, participantId, personId } = after;
  const one = read(state, 'participant', participantId);
  const standsInFor = one?.personId === personId ? (one.standsInFor?.fullName ?? null) : null;
  const name = read(state, 'person', personId)?.fullName ?? '';
  const who = { participantId, name, standsInFor };
  return [{ meetingId, itemId, event: { type: 'opinion-taken', who, opinionId: after.id } }];
}
