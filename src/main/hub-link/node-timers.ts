import type { Timers } from '../../shared/std/timers.ts';

/** The clock and the timers of the main process. */
export const nodeTimers: Timers = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
