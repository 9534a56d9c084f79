import type { RosterDevice } from '../../../shared/protocol/roster.ts';
import type { Substitution } from '../../../shared/records/substitution.ts';
import { compareByGivenName, foldMarks } from '../../../shared/std/vietnamese-text.ts';
import type { Delegate } from '../../data/select/people.ts';

/** A line of the roll-call. */
export interface RollRow {
  readonly id: string;
  readonly seat: string;
  readonly name: string;
  readonly office: string;
  readonly delegate: Delegate;
  /** The latest request that somebody takes this person's place; null when there was none. */
  readonly substitution: Substitution | null;
  /** The terminal of the seat; null when it has not been linked since the hub started. */
  readonly device: RosterDevice | null;
}

export interface RollOrder {
  readonly columnId: string;
  readonly isDescending: boolean;
}

/** What the lines are made of. */
export interface RollFacts {
  readonly delegates: readonly Delegate[];
  readonly roster: readonly RosterDevice[];
  readonly substitutions: readonly Substitution[];
}

/** The lines whose seat, name or office holds `query` (marks and case do not matter), in the order asked for. */
export function rollRows(facts: RollFacts, query: string, order: RollOrder): readonly RollRow[] {
  const wanted = foldMarks(query.trim());
  const rows = facts.delegates
    .map((delegate) => toRow(delegate, facts))
    .filter((row) => foldMarks(wordsOf(row)).includes(wanted))
    .toSorted((a, b) =>
      order.columnId === 'name' ? compareByGivenName(a.name, b.name) : compareSeats(a, b),
    );
  return order.isDescending ? rows.toReversed() : rows;
}

/** A person in whose place somebody has come is found too. */
function wordsOf({ seat, name, office, delegate }: RollRow): string {
  return `${seat} ${name} ${office} ${delegate.participant.standsInFor?.fullName ?? ''}`;
}

function toRow(delegate: Delegate, { roster, substitutions }: RollFacts): RollRow {
  const { id, seat } = delegate.participant;
  const device = roster.find((each) => (seat === null ? each.participantId === id : each.seat === seat));
  return {
    id,
    seat: seat ?? '',
    name: delegate.person?.fullName ?? '',
    office: delegate.person?.office ?? '',
    delegate,
    substitution: substitutions.find(({ participantId }) => participantId === id) ?? null,
    device: device ?? null,
  };
}

/** People without a seat come last. */
function compareSeats(a: RollRow, b: RollRow): number {
  const left = a.seat === '' ? '~' : a.seat;
  const right = b.seat === '' ? '~' : b.seat;
  return left === right ? compareByGivenName(a.name, b.name) : left < right ? -1 : 1;
}
