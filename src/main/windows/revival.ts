import type { Stop } from '../../shared/std/signal.ts';
import type { Timers } from '../../shared/std/timers.ts';

const firstWaitMs = 500;
const longestWaitMs = 30_000;
/** A page that has lived this long counts as sound again. */
const soundMs = 60_000;

/** When a page that has crashed is loaded again: at once at first, less and less often if it goes on crashing. */
export class Revival {
  readonly #timers: Timers;
  readonly #reload: () => void;
  #crashes = 0;
  #lastCrash = 0;
  #waiting: Stop | null = null;

  constructor(timers: Timers, reload: () => void) {
    this.#timers = timers;
    this.#reload = reload;
  }

  /** The page has crashed; it is loaded again after a while. Returns that while, in milliseconds. */
  crashed(): number {
    const now = this.#timers.now();
    this.#crashes = now - this.#lastCrash > soundMs ? 1 : this.#crashes + 1;
    this.#lastCrash = now;
    const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** (this.#crashes - 1));
    this.#waiting?.();
    this.#waiting = this.#timers.after(waitMs, this.#reload);
    return waitMs;
  }

  /** The window has been closed. */
  stop(): void {
    this.#waiting?.();
    this.#waiting = null;
  }
}
