import type { Stop } from '../../shared/std/signal.ts';
import type { Timers } from '../../shared/std/timers.ts';

/** The first reloads come almost at once, because a meeting goes on meanwhile. */
const promptReloads = 2;
const promptWaitMs = 100;
const nextWaitMs = 1_000;
const longestWaitMs = 30_000;
/** A page that has lived this long counts as sound again. */
const soundMs = 60_000;
/** After so many crashes in a row people are told that this will take longer. */
const hopelessAfter = 5;

/** What follows a crash. */
export interface Crashed {
  /** When the page is loaded again, in milliseconds. */
  readonly waitMs: number;
  /** The page goes on crashing, whatever is done: somebody should be told. Once for each row of crashes. */
  readonly isHopeless: boolean;
}

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

  /** The page has crashed; it is loaded again after a while. */
  crashed(): Crashed {
    const now = this.#timers.now();
    this.#crashes = now - this.#lastCrash > soundMs ? 1 : this.#crashes + 1;
    this.#lastCrash = now;
    const further = this.#crashes - promptReloads - 1;
    const waitMs = further < 0 ? promptWaitMs : Math.min(longestWaitMs, nextWaitMs * 2 ** further);
    this.#waiting?.();
    this.#waiting = this.#timers.after(waitMs, this.#reload);
    return { waitMs, isHopeless: this.#crashes === hopelessAfter };
  }

  /** Somebody does not want to wait. */
  reloadNow(): void {
    this.stop();
    this.#reload();
  }

  /** The window has been closed. */
  stop(): void {
    this.#waiting?.();
    this.#waiting = null;
  }
}
