import type { EpochMemory } from './link-ports.ts';

/** The epochs that this terminal has been welcomed in: the highest it has heard of, and the highest that is durable here. */
export class KnownEpochs {
  readonly #memory: EpochMemory;
  #seen: number;
  #kept: number;

  constructor(memory: EpochMemory) {
    this.#memory = memory;
    this.#seen = memory.seen;
    this.#kept = memory.seen;
  }

  get seen(): number {
    return this.#seen;
  }

  /** Hears of an epoch. True when it is durable already; else {@link keep} has to resolve before anything of it is believed. */
  hear(epoch: number): boolean {
    this.#seen = epoch;
    return epoch === this.#kept;
  }

  /** Makes an epoch durable; rejects when the disk refuses. */
  async keep(epoch: number): Promise<void> {
    await this.#memory.remember(epoch);
    this.#kept = epoch;
  }
}
