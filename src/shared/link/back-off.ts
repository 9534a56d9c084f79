import { limits } from '../protocol/limits.ts';
import type { Random } from '../std/random.ts';

/**
 * How long to wait after the given number of failures in a row (from 0), in milliseconds: doubling up to
 * `limits.reconnectLongestMs`, less up to half by chance so that a whole room does not come back in one moment.
 */
export function backOffMs(failures: number, random: Random): number {
  const ceiling = Math.min(limits.reconnectLongestMs, limits.reconnectFirstMs * 2 ** failures);
  return Math.round(ceiling * (1 - random() / 2));
}
