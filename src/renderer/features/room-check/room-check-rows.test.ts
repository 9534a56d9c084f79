import { describe, expect, it } from 'vitest';
import type { RosterDevice } from '../../../shared/protocol/roster.ts';
import type { Document } from '../../../shared/records/document.ts';
import type { DocumentVersion } from '../../../shared/records/document-version.ts';
import { seatLabel } from '../../../shared/records/ids.ts';
import { recallProgress } from './recall-progress.ts';
import { roomCheckRows } from './room-check-rows.ts';

const seats = ['A02', 'A01', 'A09'].map((seat) => seatLabel.parse(seat));
const versions = new Map([['v1', { id: 'v1', documentId: 'd1' } as DocumentVersion]]);
const documents = [{ id: 'd1', title: 'Dự thảo nghị quyết' } as Document];

const device = (seat: string, change: Partial<Record<keyof RosterDevice, unknown>> = {}): RosterDevice =>
  ({
    surface: 'seat',
    seat,
    linked: true,
    packHeld: 2,
    packTotal: 2,
    missing: [],
    clockDifferenceMs: 0,
    ...change,
  }) as RosterDevice;

describe('the check of the room', () => {
  it('[AT-08] names the paper that a seat lacks, and says which seat has never been linked', () => {
    const roster = [device('A01'), device('A02', { packHeld: 0, missing: ['v1'] })];
    const rows = roomCheckRows(seats, roster, versions, documents);
    expect(rows.map(({ seat, pack }) => `${seat} ${pack}`)).toEqual([
      'A01 whole',
      'A02 lacking',
      'A09 unknown',
    ]);
    expect(rows[1]).toMatchObject({ missing: ['Dự thảo nghị quyết'], moreMissing: 1 });
  });

  it('[AT-08] says by how much a clock is fast, and is silent about a second', () => {
    const roster = [
      device('A01', { clockDifferenceMs: -240_000 }),
      device('A02', { clockDifferenceMs: 1_000 }),
    ];
    const rows = roomCheckRows(seats, roster, versions, documents);
    expect(rows.map(({ clockAheadMs }) => clockAheadMs)).toEqual([240_000, null, null]);
  });
});

describe('the progress of a recall', () => {
  it('[AT-39] counts the seats of the plan and names those that have not confirmed', () => {
    const terminal = (seat: string | null, surface = 'seat') =>
      ({ deviceId: `dev-${seat}`, surface, seat, at: 5 }) as never;
    const recall = {
      meetingId: 'm1',
      at: 4,
      terminals: [terminal('A02'), terminal('A01'), terminal(null, 'chair')],
    };
    expect(recallProgress(seats, recall as never)).toEqual({
      done: 2,
      total: 3,
      waiting: ['A09'],
      seats: [
        { seat: 'A01', at: 5 },
        { seat: 'A02', at: 5 },
        { seat: 'A09', at: null },
      ],
    });
  });
});
