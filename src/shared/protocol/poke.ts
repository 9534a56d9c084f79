import { z } from 'zod';
import { entryCheck, wireRecord, type WireRecord } from '../records/wire-record.ts';

/**
 * Live change: the records of the sequences after `prev` up to `seq` that this viewer may see (perhaps none).
 * A client whose replica does not reach `prev` has a gap and pulls.
 */
export const pokeMessage = z.strictObject({
  type: z.literal('poke'),
  epoch: z.number().int().positive(),
  prev: z.number().int().nonnegative(),
  seq: z.number().int().positive(),
  /** Of the entry at `seq`. */
  check: entryCheck,
  records: z.array(wireRecord),
});
export type PokeMessage = Omit<z.infer<typeof pokeMessage>, 'records'> & {
  readonly records: readonly WireRecord[];
};
