/** A length of time as "4:05", in whole seconds, the one that has begun counted whole: a countdown ends at 0:00. */
export function minutesAndSeconds(ms: number): string {
  const seconds = Math.ceil(Math.max(0, ms) / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
