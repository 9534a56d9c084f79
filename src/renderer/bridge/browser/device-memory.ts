import { z } from 'zod';
import { registration, session } from '../../../shared/protocol/http.ts';
import { openSealed, putSealed } from './sealed-values.ts';
import type { Sealer } from './sealer.ts';
import type { TerminalStore } from './terminal-store.ts';

const deviceState = z.strictObject({
  registration: registration.nullable(),
  session: session.nullable(),
  /** See `EpochMemory`. */
  epochSeen: z.number().int().nonnegative(),
});

/** What a terminal knows of itself: its secrets, and the fence against a replaced hub. */
export type DeviceState = Readonly<z.infer<typeof deviceState>>;

const place = { table: 'values', name: 'device' } as const;
const replicaKeyName = 'replica-key';

/** A {@link DeviceState} that is durable before it counts. */
export interface DeviceMemory {
  get(): DeviceState;
  /** Changes run one after the other; each resolves once it is on disk, and rejects with nothing changed. */
  change(part: Partial<DeviceState>): Promise<void>;
  /** 32 bytes, made once. */
  replicaKey(): Promise<Uint8Array>;
}

export async function openDeviceMemory(store: TerminalStore, sealer: Sealer): Promise<DeviceMemory> {
  const kept = await openSealed(sealer, place, await store.get(place.table, place.name), deviceState);
  let state: DeviceState = kept ?? { registration: null, session: null, epochSeen: 0 };
  let last: Promise<unknown> = Promise.resolve();
  return {
    get: () => state,
    change(part) {
      const done = last.then(async () => {
        const next = { ...state, ...part };
        await putSealed(store, sealer, place, next);
        state = next;
      });
      last = done.catch(() => undefined);
      return done;
    },
    replicaKey: () => openReplicaKey(store, sealer),
  };
}

/** Made anew when what is kept does not open; what it sealed is then thrown away, and had from the hub again. */
async function openReplicaKey(store: TerminalStore, sealer: Sealer): Promise<Uint8Array> {
  const kept = await store.get('values', replicaKeyName);
  const opened = kept instanceof Uint8Array ? await sealer.open(replicaKeyName, kept) : null;
  if (opened !== null) return opened;
  const made = crypto.getRandomValues(new Uint8Array(32));
  await store.put('values', replicaKeyName, await sealer.seal(replicaKeyName, made));
  return made;
}
