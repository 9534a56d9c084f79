/** How often a watch looks, in milliseconds. */
const lookEveryMs = 1_000;

export interface Watch {
  /** Longer than this, pauses not counted, is for ever. */
  readonly longestMs: number;
  /** True while the work waits for something that is not its own doing. */
  readonly isPaused: () => boolean;
  /** Called when the time is over; the work then fails. */
  readonly onStuck: () => void;
}

/** Waits for work that may hang: what takes too long fails instead. */
export async function watchOver<Value>(work: Promise<Value>, watch: Watch): Promise<Value> {
  let leftMs = watch.longestMs;
  let timer: ReturnType<typeof setInterval> | undefined;
  const stuck = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      if (watch.isPaused()) return;
      leftMs -= lookEveryMs;
      if (leftMs > 0) return;
      clearInterval(timer);
      reject(new Error(`not done after ${watch.longestMs} ms`));
      watch.onStuck();
    }, lookEveryMs);
  });
  try {
    return await Promise.race([work, stuck]);
  } finally {
    clearInterval(timer);
  }
}
