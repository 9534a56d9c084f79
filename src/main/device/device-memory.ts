import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { registration, session } from '../../shared/protocol/http.ts';
import { createSealedTable } from '../disk/sealed-table.ts';
import type { TerminalDatabase } from '../disk/terminal-database.ts';
import { keyBytes, type Sealer } from '../keys/sealer.ts';

const deviceState = z.strictObject({
  registration: registration.nullable(),
  session: session.nullable(),
  /** See `EpochMemory`. */
  epochSeen: z.number().int().nonnegative(),
});

/** What a terminal knows of itself: its secrets, and the fence against a replaced hub. */
export type DeviceState = Readonly<z.infer<typeof deviceState>>;

/** A {@link DeviceState} that is durable before it counts. */
export interface DeviceMemory {
  get(): DeviceState;
  /** Throws with nothing changed when the disk refuses. */
  change(part: Partial<DeviceState>): void;
  /** Seals the replica; made once. A new one makes the old replica unreadable, and it is had from the hub again. */
  replicaKey(): Uint8Array;
}

export function openDeviceMemory(database: TerminalDatabase, sealer: Sealer): DeviceMemory {
  const states = createSealedTable({ database, table: 'value', sealer, schema: deviceState });
  const keys = createSealedTable({ database, table: 'value', sealer, schema: z.base64() });
  let state: DeviceState = states.get('device') ?? { registration: null, session: null, epochSeen: 0 };
  return {
    get: () => state,
    change(part) {
      const next = { ...state, ...part };
      states.put('device', next);
      state = next;
    },
    replicaKey() {
      const kept = keys.get('replica-key');
      if (kept !== null) return new Uint8Array(Buffer.from(kept, 'base64'));
      const made = randomBytes(keyBytes);
      keys.put('replica-key', made.toString('base64'));
      return new Uint8Array(made);
    },
  };
}
