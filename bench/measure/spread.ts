import { present } from '../../src/shared/std/must.ts';

/** Several measurements of one thing: the one in the middle, and how far they lie apart. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** The value below which `share` (0 to 1) of the values lie; at least one value is needed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1);
  return present(sorted[Math.max(0, at)], 'a measured value');
}

/** The middle of the values; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = present(sorted[Math.floor(sorted.length / 2)], 'a measured value');
  return sorted.length % 2 === 1 ? upper : (upper + present(sorted[sorted.length / 2 - 1], 'a value')) / 2;
}

/** Median, least and most of the values. */
export function spreadOf(values: readonly number[]): Spread {
  return { median: median(values), least: Math.min(...values), most: Math.max(...values) };
}
