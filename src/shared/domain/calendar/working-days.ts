import { vietnamDaysOff } from './vietnam-days-off.ts';

/** Days that differ from the week: days off that are none by the week, and weekend days that are worked. */
export interface DaysOff {
  /** Dates as `yyyy-mm-dd`. */
  readonly off: readonly string[];
  readonly worked: readonly string[];
}

/** Papers are to be with the members so many working days before a regular meeting (regulations of party bodies). */
export const workingDaysAhead = 3;

const dayMs = 86_400_000;
/** Vietnam has one time zone and no summer time. */
const zoneMs = 7 * 3_600_000;

/** Whether offices work on the day of a moment, as Vietnam's calendar has it. */
export function isWorkingDay(at: number, days: DaysOff = vietnamDaysOff): boolean {
  const local = new Date(at + zoneMs);
  const date = local.toISOString().slice(0, 10);
  if (days.worked.includes(date)) return true;
  const isWeekend = local.getUTCDay() === 0 || local.getUTCDay() === 6;
  return !isWeekend && !days.off.includes(date);
}

/**
 * The last moment of the last day on which papers can be released so that `ahead` working days lie between that day's
 * end and the meeting's day, the day of release being the first of them.
 *
 * @param plannedAt when the meeting is to begin; milliseconds since 1970
 */
export function releaseDeadline(
  plannedAt: number,
  ahead: number = workingDaysAhead,
  days: DaysOff = vietnamDaysOff,
): number {
  let day = startOfDay(plannedAt);
  for (let counted = 0; counted < ahead;) {
    day -= dayMs;
    if (isWorkingDay(day, days)) counted += 1;
  }
  return day + dayMs - 1;
}

/** How many papers the members had in time. A paper is with them from its release or, added later, from then. */
export function papersInTime(
  meeting: { readonly plannedAt: number; readonly releasedAt: number | null },
  addedAt: readonly number[],
  days: DaysOff = vietnamDaysOff,
): number {
  const { releasedAt, plannedAt } = meeting;
  if (releasedAt === null) return 0;
  const deadline = releaseDeadline(plannedAt, workingDaysAhead, days);
  return addedAt.filter((at) => Math.max(at, releasedAt) <= deadline).length;
}

function startOfDay(at: number): number {
  return Math.floor((at + zoneMs) / dayMs) * dayMs - zoneMs;
}
