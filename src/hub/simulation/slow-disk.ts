import type { Chance } from './chance.ts';
import type { VirtualTime } from '../../shared/link/testing/virtual-time.ts';

interface Operation {
  readonly apply: () => void;
  readonly done: () => void;
  readonly failed: (reason: Error) => void;
}

/**
 * A disk that does one thing after the other and takes its time. Only what it has done survives a power cut; what it
 * was still asked for is gone, and whoever asked never hears of it.
 */
export class SlowDisk {
  isFull = false;
  readonly #time: VirtualTime;
  readonly #chance: Chance;
  #queue: Operation[] = [];
  #life = 0;

  constructor(time: VirtualTime, chance: Chance) {
    this.#time = time;
    this.#chance = chance;
  }

  /** Resolves once `apply` has been done and would survive a power cut. */
  write(apply: () => void): Promise<void> {
    return new Promise((done, failed) => {
      this.#queue.push({ apply, done, failed });
      if (this.#queue.length === 1) this.#next();
    });
  }

  /** Power is cut. */
  crash(): void {
    this.#life += 1;
    this.#queue = [];
  }

  #next(): void {
    const life = this.#life;
    this.#time.after(this.#chance.delay(2, 400), () => {
      if (life !== this.#life) return;
      const operation = this.#queue.shift();
      if (operation === undefined) return;
      if (this.#queue.length > 0) this.#next();
      if (this.isFull) return operation.failed(new Error('the disk is full'));
      operation.apply();
      operation.done();
    });
  }
}
