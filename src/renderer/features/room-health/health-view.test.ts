import { describe, expect, it } from 'vitest';
import type { DeviceHealth, HealthLevel } from '../../../shared/protocol/admin/health.ts';
import { countLevels, levelOf, visibleRows } from './health-view.ts';

const row = (seat: string, level: HealthLevel, change: object = {}): DeviceHealth =>
  ({
    seat,
    level,
    link: { state: 'linked', since: null, latencyMs: 3 },
    clock: { rawMs: 0, correctedMs: 0 },
    findings: [],
    ...change,
  }) as unknown as DeviceHealth;
const seats = (rows: readonly DeviceHealth[]) => rows.map(({ seat }) => seat);
const bySeat = { by: 'seat', isDescending: false } as const;

const room = [
  row('A01', 'ok'),
  row('A02', 'warning', { clock: { rawMs: -240_000, correctedMs: 0 } }),
  row('A03', 'bad', { link: { state: 'lost', since: 1, latencyMs: null } }),
  row('A04', 'ok', { link: { state: 'linked', since: 1, latencyMs: 90 } }),
];

describe('the table of the room’s machines', () => {
  it('[AT-08] counts machines by their level', () => {
    expect(countLevels(room)).toEqual({ ok: 2, warning: 1, bad: 1 });
  });

  it('shows those with a problem alone, in the order of the seats', () => {
    expect(seats(visibleRows(room, true, bySeat))).toEqual(['A02', 'A03']);
    expect(seats(visibleRows(room, false, { ...bySeat, isDescending: true }))).toEqual([
      'A04',
      'A03',
      'A02',
      'A01',
    ]);
  });

  it('sorts by what is worst, by the slowest link with lost ones last, and by the clock that is most off', () => {
    expect(seats(visibleRows(room, false, { by: 'state', isDescending: true }))).toEqual([
      'A03',
      'A02',
      'A01',
      'A04',
    ]);
    expect(seats(visibleRows(room, false, { by: 'link', isDescending: false }))).toEqual([
      'A01',
      'A02',
      'A04',
      'A03',
    ]);
    expect(seats(visibleRows(room, false, { by: 'clock', isDescending: true }))[0]).toBe('A02');
  });

  it('marks a cell by the worst of what it shows', () => {
    const findings = [
      { check: 'disk-space', level: 'warning' },
      { check: 'memory', level: 'bad' },
    ] as DeviceHealth['findings'];
    expect(levelOf({ findings }, ['disk-space', 'memory'])).toBe('bad');
    expect(levelOf({ findings }, ['disk-space'])).toBe('warning');
    expect(levelOf({ findings }, ['clock'])).toBe('ok');
  });
});
