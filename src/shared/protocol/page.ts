import { z } from 'zod';
import { entryCheck, wireRecord, type WireRecord } from '../records/wire-record.ts';

/**
 * Records changed after `since`, each once in its present state, in ascending sequence.
 * Fewer records than the limit asked for means that there is nothing more.
 * After applying it a replica is whole up to `upTo`.
 */
export const pageMessage = z.strictObject({
  type: z.literal('page'),
  /** The request it answers; -1 for the page pushed after a welcome. */
  request: z.number().int().min(-1),
  epoch: z.number().int().positive(),
  since: z.number().int().nonnegative(),
  upTo: z.number().int().nonnegative(),
  /** The end of the log, which is `upTo` when the page is complete. */
  head: z.number().int().nonnegative(),
  /** Of the entry at `head`. */
  check: entryCheck,
  /** True when `upTo` is the end of the log. */
  complete: z.boolean(),
  records: z.array(wireRecord),
});
export type PageMessage = Omit<z.infer<typeof pageMessage>, 'records'> & {
  readonly records: readonly WireRecord[];
};
