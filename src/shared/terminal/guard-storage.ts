import { z } from 'zod';
import { pinSettings } from '../protocol/pin.ts';
import { participantId } from '../records/ids.ts';

/** What a terminal keeps so that the person at it can unlock it without the hub. */
export const lockState = z.strictObject({
  participantId,
  settings: pinSettings,
  /** What the PIN of that person was stretched to, and hashed; hexadecimal. */
  check: z.string().length(64),
  /** Kept over restarts: a restart is no way past a lock. */
  isLocked: z.boolean(),
});
export type LockState = Readonly<z.infer<typeof lockState>>;

/** Where a host keeps the lock, sealed. What is kept is durable when its promise resolves. */
export interface LockStorage {
  /** Null when there is none, or none that opens and fits {@link lockState}. */
  load(): Promise<LockState | null>;
  keep(state: LockState): Promise<void>;
}
