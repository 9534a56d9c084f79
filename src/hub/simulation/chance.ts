import { seededRandom } from '../../shared/std/random.ts';
import { must } from '../../shared/std/must.ts';

/** Everything that chance decides in one run, from one seed. */
export class Chance {
  readonly next: () => number;

  constructor(seed: number) {
    this.next = seededRandom(seed);
  }

  /** True in the given share of cases. */
  happens(probability: number): boolean {
    return this.next() < probability;
  }

  /** A number in [low, high). */
  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  /** A whole number in [low, high]. */
  whole(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }

  pick<Item>(items: readonly Item[]): Item {
    must(items.length > 0, 'there is something to pick');
    // An item may be null, which is one to pick like any other.
    return items[Math.floor(this.next() * items.length)] as Item;
  }

  /** Mostly short, sometimes very long: how waits on networks and disks are spread. Milliseconds. */
  delay(usualMs: number, longestMs: number): number {
    return this.happens(0.03) ? this.between(usualMs, longestMs) : usualMs * (0.2 + 1.6 * this.next());
  }
}

/** The moment at which every run begins by a right clock: 14/11/2023. */
export const startOfTime = 1_700_000_000_000;
