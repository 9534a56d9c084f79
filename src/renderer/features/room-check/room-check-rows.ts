import type { RosterDevice } from '../../../shared/protocol/roster.ts';
import type { Document } from '../../../shared/records/document.ts';
import type { DocumentVersion } from '../../../shared/records/document-version.ts';
import type { SeatLabel } from '../../../shared/records/ids.ts';

/** A clock that is off by more than this is pointed out, in milliseconds. */
const noticeableClockMs = 5_000;

/** A seat of the room's plan as the secretary checks it. */
export interface RoomCheckRow {
  readonly seat: SeatLabel;
  /** Null when its terminal has not been linked since the hub started. */
  readonly device: RosterDevice | null;
  readonly pack: 'unknown' | 'none' | 'whole' | 'lacking';
  /** Titles of papers that the terminal lacks; null for one whose record is not here. */
  readonly missing: readonly (string | null)[];
  /** Lacking papers beyond those that the terminal has named. */
  readonly moreMissing: number;
  /** How far the terminal's clock is ahead of the hub's, in milliseconds; null when it is right or not known. */
  readonly clockAheadMs: number | null;
}

/** One row for each seat of the plan, in its order. */
export function roomCheckRows(
  seats: readonly SeatLabel[],
  roster: readonly RosterDevice[],
  versions: ReadonlyMap<string, DocumentVersion>,
  documents: readonly Document[],
): readonly RoomCheckRow[] {
  const titles = new Map(documents.map(({ id, title }) => [id, title]));
  return seats.toSorted().map((seat): RoomCheckRow => {
    const device = roster.find((each) => each.surface === 'seat' && each.seat === seat) ?? null;
    const missing = (device?.missing ?? []).map((versionId) => {
      const documentId = versions.get(versionId)?.documentId;
      return documentId === undefined ? null : (titles.get(documentId) ?? null);
    });
    const lacking = device === null ? 0 : device.packTotal - device.packHeld;
    return {
      seat,
      device,
      pack: packOf(device),
      missing,
      moreMissing: Math.max(0, lacking - missing.length),
      clockAheadMs: clockAhead(device),
    };
  });
}

function packOf(device: RosterDevice | null): RoomCheckRow['pack'] {
  if (device === null) return 'unknown';
  if (device.packTotal === 0) return 'none';
  return device.packHeld === device.packTotal ? 'whole' : 'lacking';
}

function clockAhead(device: RosterDevice | null): number | null {
  const difference = device?.clockDifferenceMs ?? 0;
  return Math.abs(difference) > noticeableClockMs ? -difference : null;
}
