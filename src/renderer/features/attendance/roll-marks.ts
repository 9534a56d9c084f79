import type { CommandPayload } from '../../../shared/protocol/commands/command-schemas.ts';
import type { Attendance, AttendanceState } from '../../../shared/records/attendance.ts';
import type { RosterDevice } from '../../../shared/protocol/roster.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import type { SeatLabel } from '../../../shared/records/ids.ts';
import type { Delegate } from '../../data/select/people.ts';

/** One mark of the roll-call. */
export type Mark = CommandPayload<'attendance/mark'>;

/** The same mark for several people; those who are so already are left alone. */
export function marksFor(
  delegates: readonly Delegate[],
  state: AttendanceState,
  reason: string,
): readonly Mark[] {
  return delegates
    .filter(({ attendance }) => attendance?.state !== state || attendance.reason !== reason)
    .map(({ participant }) => ({ participantId: participant.id, state, reason }));
}

/** Marks that take other marks back: what the attendances were before them, times included. */
export function marksBack(delegates: readonly Delegate[], marks: readonly Mark[]): readonly Mark[] {
  return marks.flatMap(({ participantId }) => {
    const before = delegates.find(({ participant }) => participant.id === participantId)?.attendance;
    return before === undefined || before === null ? [] : [backTo(before)];
  });
}

function backTo({ participantId, state, reason, at, late, excuse, spans }: Attendance): Mark {
  return { participantId, state, reason, restore: { at, late, excuse, spans } };
}

/** A place to which somebody may move. */
export interface FreePlace {
  readonly seat: SeatLabel;
  readonly isSpare: boolean;
}

/** Where somebody may move: spare terminals that are on, then seats of the plan that nobody has, each in its order. */
export function freePlaces(
  meeting: Pick<Meeting, 'seats'>,
  delegates: readonly Delegate[],
  roster: readonly RosterDevice[],
): readonly FreePlace[] {
  const taken = new Set(delegates.flatMap(({ participant }) => participant.seat ?? []));
  const planned = new Set(meeting.seats.map(({ seat }) => seat));
  const spares = roster
    .flatMap(({ seat, linked, surface }) => (surface === 'seat' && linked && seat !== null ? [seat] : []))
    .filter((seat) => !planned.has(seat) && !taken.has(seat));
  const free = [...planned].filter((seat) => !taken.has(seat));
  return [
    ...[...new Set(spares)].toSorted().map((seat) => ({ seat, isSpare: true })),
    ...free.toSorted().map((seat) => ({ seat, isSpare: false })),
  ];
}
