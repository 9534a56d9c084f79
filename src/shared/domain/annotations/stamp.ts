import { z } from 'zod';
import { must } from '../../std/must.ts';

/** Who writes: drawn by chance anew for every run of a window, so that no two writers ever share one. */
export const writerId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,32}$/)
  .brand<'WriterId'>();
export type WriterId = z.infer<typeof writerId>;

/**
 * The name of an operation: a Lamport counter and its writer, "17.k3Jd82_x". Whoever writes counts one up from the
 * highest that he has seen, so that an operation is always greater than those it knew. No clock takes part.
 */
export const stamp = z
  .string()
  .regex(/^[1-9][0-9]{0,8}\.[A-Za-z0-9_-]{8,32}$/)
  .brand<'Stamp'>();
export type Stamp = z.infer<typeof stamp>;

const highestCount = 999_999_999;

/** The name for operation number `count` of `writer`. */
export function stampOf(count: number, writer: WriterId): Stamp {
  must(Number.isInteger(count) && count >= 1 && count <= highestCount, 'an operation is counted from 1');
  return `${count}.${writer}` as Stamp;
}

/** The counter in a stamp. */
export function countOf(name: Stamp): number {
  return Number.parseInt(name, 10);
}

/** Order of operations: by counter, and by writer where two counted alike. The same everywhere. */
export function compareStamps(one: Stamp, other: Stamp): number {
  const apart = countOf(one) - countOf(other);
  if (apart !== 0) return apart;
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
