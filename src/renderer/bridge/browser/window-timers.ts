import type { Timers } from '../../../shared/std/timers.ts';

/** The clock and the timers of a window or a worker. */
export const windowTimers: Timers = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
