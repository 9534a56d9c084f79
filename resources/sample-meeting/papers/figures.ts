/** Made-up figures: the same on every run, printed as in Vietnam (1.234,5). */
import { seededRandom } from '../../../src/shared/std/random.ts';

export interface Figures {
  /** A number from `least` to `most` in whole steps of `step`. */
  between(least: number, most: number, step?: number): number;
  pick<Item>(items: readonly Item[]): Item;
}

/** A source of figures; the same seed gives the same ones. */
export function figuresOf(seed: number): Figures {
  const random = seededRandom(seed);
  const between = (least: number, most: number, step = 1): number =>
    least + Math.floor((random() * (most - least)) / step + 0.5) * step;
  return {
    between,
    pick(items) {
      const item = items[Math.min(items.length - 1, Math.floor(random() * items.length))];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
  };
}

const format = new Map<number, Intl.NumberFormat>();

/** A number as Vietnamese papers print it, with exactly `decimals` decimals. */
export function print(value: number, decimals = 0): string {
  const known = format.get(decimals);
  const own =
    known ??
    new Intl.NumberFormat('vi-VN', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  format.set(decimals, own);
  return own.format(value);
}
