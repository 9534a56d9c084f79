import type { DeviceHealth, HealthLevel } from '../../../shared/protocol/admin/health.ts';

/** How many machines there are of each level. */
export type LevelCounts = Readonly<Record<HealthLevel, number>>;

export function countLevels(devices: readonly Pick<DeviceHealth, 'level'>[]): LevelCounts {
  const counts = { ok: 0, warning: 0, bad: 0 };
  for (const { level } of devices) counts[level] += 1;
  return counts;
}

/** What the table can be sorted by. */
export type HealthSort = 'seat' | 'state' | 'link' | 'clock';

export interface HealthOrder {
  readonly by: HealthSort;
  readonly isDescending: boolean;
}

const grave: Readonly<Record<HealthLevel, number>> = { ok: 0, warning: 1, bad: 2 };

/** What a row is compared by. What is not known sorts as the least. */
const figure: Readonly<Record<Exclude<HealthSort, 'seat'>, (device: DeviceHealth) => number>> = {
  state: ({ level }) => grave[level],
  link: ({ link }) => (link.state === 'linked' ? (link.latencyMs ?? 0) : Number.MAX_SAFE_INTEGER),
  clock: ({ clock }) => Math.abs(clock.rawMs ?? 0),
};

/** The rows to show, in order. Rows that are alike stay in the order of the hub, which is that of the seats. */
export function visibleRows(
  devices: readonly DeviceHealth[],
  onlyProblems: boolean,
  { by, isDescending }: HealthOrder,
): readonly DeviceHealth[] {
  const shown = onlyProblems ? devices.filter(({ level }) => level !== 'ok') : devices;
  if (by === 'seat') return isDescending ? shown.toReversed() : shown;
  const of = figure[by];
  return shown.toSorted((one, other) => (isDescending ? of(other) - of(one) : of(one) - of(other)));
}

/** The worst level among some checks of a device, for the cell that shows them. */
export function levelOf(device: Pick<DeviceHealth, 'findings'>, checks: readonly string[]): HealthLevel {
  const levels = device.findings.filter(({ check }) => checks.includes(check)).map(({ level }) => level);
  if (levels.includes('bad')) return 'bad';
  return levels.includes('warning') ? 'warning' : 'ok';
}
