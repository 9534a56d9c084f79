import type { Figure } from './figure.ts';

/** How a benchmark is to be run. */
export interface BenchOptions {
  /** A folder of its own on a real disk; removed afterwards. */
  readonly folder: string;
  /** Fewer rounds, to see that everything works; the figures then say little. */
  readonly quick: boolean;
  /** Tells the person at the terminal something that is no figure: an arm left out, and why. */
  say(line: string): void;
}

/** One benchmark. */
export interface Bench {
  readonly name: string;
  run(options: BenchOptions): Promise<readonly Figure[]>;
}
