import { z } from 'zod';
import { registration, session } from '../protocol/http.ts';
import { personId } from '../records/ids.ts';

export const deviceState = z.strictObject({
  registration: registration.nullable(),
  /** With whose PIN it was opened; null where that was not kept yet. */
  session: session.extend({ personId: personId.nullable().default(null) }).nullable(),
  /** See `EpochMemory`. */
  epochSeen: z.number().int().nonnegative(),
  /** See `Era`. */
  history: z.number().int().nonnegative().default(0),
});

/** What a terminal knows of itself: its secrets, and the fence against a replaced hub. */
export type DeviceState = Readonly<z.infer<typeof deviceState>>;

/** Where a host keeps a device, sealed. What is kept is durable when its promise resolves; a refusal changes nothing. */
export interface DeviceStorage {
  /** Null when there is none, or none that opens and fits {@link deviceState}. */
  loadState(): Promise<DeviceState | null>;
  keepState(state: DeviceState): Promise<void>;
  /** Null when there is none, or none that opens. */
  loadReplicaKey(): Promise<Uint8Array | null>;
  keepReplicaKey(key: Uint8Array): Promise<void>;
}

/** A {@link DeviceState} that is durable before it counts. */
export interface DeviceMemory {
  get(): DeviceState;
  /** Changes run one after the other; each resolves once it is on disk, and rejects with nothing changed. */
  change(part: Partial<DeviceState>): Promise<void>;
  /** Seals the replica; made once. A new one makes the old replica unreadable, and it is had from the hub again. */
  replicaKey(): Promise<Uint8Array>;
}

const replicaKeyBytes = 32;

const nothingKnown: DeviceState = { registration: null, session: null, epochSeen: 0, history: 0 };

/** Loads what `storage` keeps of a device. `randomBytes` is unguessable. */
export async function openDeviceMemory(
  storage: DeviceStorage,
  randomBytes: (count: number) => Uint8Array,
): Promise<DeviceMemory> {
  let state: DeviceState = (await storage.loadState()) ?? nothingKnown;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(run: () => Promise<Value>): Promise<Value> => {
    const done = last.then(run);
    last = done.catch(() => undefined);
    return done;
  };
  return {
    get: () => state,
    change: (part) =>
      inTurn(async () => {
        const next = { ...state, ...part };
        await storage.keepState(next);
        state = next;
      }),
    replicaKey: () =>
      inTurn(async () => {
        const kept = await storage.loadReplicaKey();
        if (kept !== null) return kept;
        const made = randomBytes(replicaKeyBytes);
        await storage.keepReplicaKey(made);
        return made;
      }),
  };
}
