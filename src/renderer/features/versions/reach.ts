import type { RosterDevice } from '../../../shared/protocol/roster.ts';
import type { DocumentVersionId } from '../../../shared/records/ids.ts';

/** Which seats have said that they hold a version. */
export interface Reach {
  /** Seats that have been linked since the hub started. */
  readonly seats: number;
  /** Labels of those that have not, in order: heard of it or not, linked or not. */
  readonly lacking: readonly string[];
}

export function reachOf(roster: readonly RosterDevice[], versionId: DocumentVersionId): Reach {
  const seats = roster.filter(({ surface }) => surface === 'seat');
  const lacking = seats.filter(({ awaited }) => awaited.includes(versionId)).map(({ seat }) => seat ?? '?');
  return { seats: seats.length, lacking: lacking.toSorted() };
}
