import { must, present } from '../../src/shared/std/must.ts';
import { spreadOf, type Spread } from './spread.ts';

/** What a ratio is held to; null for a ratio that is only told. */
export type Target = { readonly atLeast: number } | { readonly atMost: number } | null;

/** One measured thing next to its limit, from the same run. */
export interface Figure {
  readonly what: string;
  /** How many of what: "200 seats". Two sizes of the same thing give its slope. */
  readonly size: string;
  readonly unit: string;
  readonly ours: Spread;
  readonly limit: Spread;
  /** What the limit is. */
  readonly against: string;
  /** Ours divided by the limit, round by round. */
  readonly ratio: Spread;
  readonly target: Target;
  /** Null where there is no target. */
  readonly met: boolean | null;
}

/** What a figure is made of: one value of both per round. */
export interface Comparison extends Pick<Figure, 'what' | 'size' | 'unit' | 'against' | 'target'> {
  readonly ours: readonly number[];
  readonly limit: readonly number[];
}

/** Compares round by round: what slowed a round down slowed both. */
export function compare({ ours, limit, ...about }: Comparison): Figure {
  must(ours.length === limit.length, 'both have been measured in every round');
  const ratio = spreadOf(ours.map((value, round) => value / present(limit[round], 'a round')));
  return {
    ...about,
    ours: spreadOf(ours),
    limit: spreadOf(limit),
    ratio,
    met: isMet(ratio.median, about.target),
  };
}

function isMet(ratio: number, target: Target): boolean | null {
  if (target === null) return null;
  return 'atLeast' in target ? ratio >= target.atLeast : ratio <= target.atMost;
}
