import { z } from 'zod';
import { checkpoint } from '../records/wire-record.ts';

/** The first message of a connection: who is there, and what it has. */
export const helloMessage = z.strictObject({
  type: z.literal('hello'),
  protocol: z.number().int(),
  /** The secret given to the device at registration. */
  deviceToken: z.string().min(1).max(128),
  /** The secret of the person signed in at the device, if any. */
  sessionToken: z.string().min(1).max(128).nullable(),
  /** The highest epoch this client has ever seen; a hub of a lower one must step back. 0 if none. */
  epochSeen: z.number().int().nonnegative(),
  /** What the replica holds whole; the hub sends what is missing right after its welcome. Null: do not send. */
  have: checkpoint.nullable(),
  /** The newest accepted answer that is kept here, its receipt as `check`. */
  answered: checkpoint.optional(),
});
export type HelloMessage = z.infer<typeof helloMessage>;
