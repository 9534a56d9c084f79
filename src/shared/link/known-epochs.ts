import type { EpochMemory, Era } from './link-ports.ts';

/** The epochs and histories that this terminal has been welcomed in: the latest it has heard of, and what is durable here. */
export class KnownEpochs {
  readonly #memory: EpochMemory;
  #seen: Era;
  #kept: Era;

  constructor(memory: EpochMemory) {
    this.#memory = memory;
    this.#seen = { epoch: memory.seen, history: memory.history };
    this.#kept = this.#seen;
  }

  /** The highest epoch heard of. */
  get seen(): number {
    return this.#seen.epoch;
  }

  /** The history in which this terminal stands; a later one that is not durable yet does not count. */
  get history(): number {
    return this.#kept.history;
  }

  /**
   * Hears of an epoch, in the history known so far or in `another`. True when that is durable already; else
   * {@link keep} has to resolve before anything of it is believed.
   */
  hear(epoch: number, another: boolean): boolean {
    // Counted from what is durable: a terminal that could not keep it has not gone over.
    const history = this.#kept.history + (another ? 1 : 0);
    this.#seen = { epoch, history };
    return epoch === this.#kept.epoch && !another;
  }

  /** Makes what was heard last durable; rejects when the disk refuses. */
  async keep(): Promise<void> {
    const heard = this.#seen;
    await this.#memory.remember(heard);
    this.#kept = heard;
  }
}
