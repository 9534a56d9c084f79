import { z } from 'zod';
import { recordSchemas, type RecordBody, type RecordKey, type RecordKind } from './registry.ts';

const kinds = Object.keys(recordSchemas) as [RecordKind, ...RecordKind[]];

/**
 * A record on the wire and in a client's replica: its key, kind, the sequence that last changed it, and its body.
 * A record that the viewer may no longer see, or that is gone, comes with `body: null`.
 */
export const wireRecord = z
  .strictObject({
    key: z.string().min(3).max(160),
    kind: z.enum(kinds),
    seq: z.number().int().positive(),
    body: z.unknown(),
  })
  .superRefine((record, context) => {
    if (record.body === null) return;
    const parsed = recordSchemas[record.kind].safeParse(record.body);
    if (!parsed.success)
      context.addIssue({ code: 'custom', message: `bad ${record.kind}: ${parsed.error.message}` });
  });

/** A record of one kind, as {@link wireRecord} carries it. */
export interface WireRecord<Kind extends RecordKind = RecordKind> {
  readonly key: RecordKey;
  readonly kind: Kind;
  readonly seq: number;
  readonly body: RecordBody<Kind> | null;
}

/** The check code of a log entry's hash, as a receipt shows it: "4K7Q-M2XD". */
export const entryCheck = z.string().min(1).max(64);

/** A client's place in the room's history: which epoch, and the last sequence it has whole. */
export const checkpoint = z.strictObject({
  epoch: z.number().int().positive(),
  seq: z.number().int().nonnegative(),
  /** Where the log ended when the hub said so; `seq` where left out. A replica in the midst of a pull is of that state. */
  head: z.number().int().nonnegative().optional(),
  /** Of the entry at that end: tells this history from another that is as long. */
  check: entryCheck.optional(),
});
export type Checkpoint = z.infer<typeof checkpoint>;
