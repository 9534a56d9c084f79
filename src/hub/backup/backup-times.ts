const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** The last moment at or before `now` at which a backup was due by the times of day ("02:00", of this machine's clock). */
export function lastDue(now: number, times: readonly string[]): number | null {
  const moments = [now - dayMs, now].flatMap((day) => times.map((time) => momentOf(day, time)));
  const past = moments.filter((moment) => moment <= now);
  return past.length === 0 ? null : Math.max(...past);
}

/** The first moment after `now` at which a backup will be due; null without times. */
export function nextDue(now: number, times: readonly string[]): number | null {
  const moments = [now, now + dayMs].flatMap((day) => times.map((time) => momentOf(day, time)));
  const coming = moments.filter((moment) => moment > now);
  return coming.length === 0 ? null : Math.min(...coming);
}

function momentOf(day: number, time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return new Date(day).setHours(hour, minute, 0, 0);
}
