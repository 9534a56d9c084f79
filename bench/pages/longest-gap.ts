/** How often the main thread is asked for a sign of life, in milliseconds. */
const tickMs = 4;

/** The longest time for which nothing else could run on the main thread while `work` ran, in milliseconds. */
export async function longestGap(work: () => Promise<void>): Promise<number> {
  let last = performance.now();
  let longest = 0;
  const tick = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last - tickMs);
    last = now;
  };
  const timer = setInterval(tick, tickMs);
  await work();
  tick();
  clearInterval(timer);
  return Math.max(0.5, longest);
}
