import type { PaperCopies, PaperCopy } from '../records/paper-copies.ts';

/** Where a copy is: with the secretary, with a participant, or with the secretary again. */
export type CopyPlace = 'here' | 'out' | 'collected';

/** Finds where a copy is. */
export function placeOf({ handedAt, collectedAt }: PaperCopy): CopyPlace {
  if (collectedAt !== null) return 'collected';
  return handedAt === null ? 'here' : 'out';
}

/** How many copies there are, were handed out so far, came back, and are out now. */
export interface CopyCount {
  readonly copies: number;
  readonly handed: number;
  readonly collected: number;
  readonly out: number;
}

/** Counts the copies of an item; of one without any all numbers are 0. */
export function countCopies(of: PaperCopies | null): CopyCount {
  const copies = of?.copies ?? [];
  const collected = copies.filter((copy) => placeOf(copy) === 'collected').length;
  const out = copies.filter((copy) => placeOf(copy) === 'out').length;
  return { copies: copies.length, handed: collected + out, collected, out };
}
