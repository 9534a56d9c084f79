/** Lets actions through at a bounded rate. */
export interface Throttle {
  /** Acts at once, or at the end of the gap; of several within a gap only the last one acts. */
  run(act: () => void): void;
  /** Forgets what was to act later. */
  stop(): void;
}

interface OneTimer {
  after(ms: number, act: () => void): () => void;
}

/** Makes a throttle with a gap of `gapMs` between two actions. */
export function createThrottle(gapMs: number, timers: OneTimer): Throttle {
  let stopGap: (() => void) | null = null;
  let later: (() => void) | null = null;
  const startGap = (): void => {
    stopGap = timers.after(gapMs, () => {
      stopGap = null;
      const act = later;
      later = null;
      if (act === null) return;
      act();
      startGap();
    });
  };
  return {
    run(act) {
      if (stopGap !== null) {
        later = act;
        return;
      }
      act();
      startGap();
    },
    stop() {
      stopGap?.();
      stopGap = null;
      later = null;
    },
  };
}
