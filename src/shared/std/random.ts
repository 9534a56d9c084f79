/** A source of numbers in [0, 1), as Math.random is; passed in wherever chance takes part. */
export type Random = () => number;

/**
 * A repeatable source: the same seed gives the same numbers on every machine.
 * Algorithm: mulberry32 by Tommy Ettinger (public domain). Not for secrets.
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
