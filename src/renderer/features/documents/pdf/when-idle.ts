import type { Stop } from '../../../../shared/std/signal.ts';

/** Runs `run` when the window has nothing else to do; not at all once stopped. */
export function whenIdle(run: () => void): Stop {
  const handle = requestIdleCallback(run);
  return () => cancelIdleCallback(handle);
}
