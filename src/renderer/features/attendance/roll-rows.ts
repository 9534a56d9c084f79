import type { RosterDevice } from '../../../shared/protocol/roster.ts';
import { compareByGivenName, foldMarks } from '../../../shared/std/vietnamese-text.ts';
import type { Delegate } from '../../data/select/people.ts';

/** A line of the roll-call. */
export interface RollRow {
  readonly id: string;
  readonly seat: string;
  readonly name: string;
  readonly office: string;
  readonly delegate: Delegate;
  /** The terminal of the seat; null when it has not been linked since the hub started. */
  readonly device: RosterDevice | null;
}

export interface RollOrder {
  readonly columnId: string;
  readonly isDescending: boolean;
}

/** The lines whose seat, name or office holds `query` (marks and case do not matter), in the order asked for. */
export function rollRows(
  delegates: readonly Delegate[],
  roster: readonly RosterDevice[],
  query: string,
  order: RollOrder,
): readonly RollRow[] {
  const wanted = foldMarks(query.trim());
  const rows = delegates
    .map((delegate) => toRow(delegate, roster))
    .filter((row) => foldMarks(`${row.seat} ${row.name} ${row.office}`).includes(wanted))
    .toSorted((a, b) =>
      order.columnId === 'name' ? compareByGivenName(a.name, b.name) : compareSeats(a, b),
    );
  return order.isDescending ? rows.toReversed() : rows;
}

function toRow(delegate: Delegate, roster: readonly RosterDevice[]): RollRow {
  const { id, seat } = delegate.participant;
  const device = roster.find((each) => (seat === null ? each.participantId === id : each.seat === seat));
  return {
    id,
    seat: seat ?? '',
    name: delegate.person?.fullName ?? '',
    office: delegate.person?.office ?? '',
    delegate,
    device: device ?? null,
  };
}

/** People without a seat come last. */
function compareSeats(a: RollRow, b: RollRow): number {
  const left = a.seat === '' ? '~' : a.seat;
  const right = b.seat === '' ? '~' : b.seat;
  return left === right ? compareByGivenName(a.name, b.name) : left < right ? -1 : 1;
}
