import type { PersonId } from '../records/ids.ts';
import { keyName, type KeyRing } from './key-ring.ts';
import { ivBytes, openBytes, sealBytes } from './sealed-bytes.ts';

/** A layer key in use on a terminal; its bytes may be out of reach even for this program. */
export interface HeldKey {
  /** See `keyName`. */
  readonly name: string;
  /** AES-256-GCM with a random initialisation vector before the ciphertext. */
  seal(boundTo: string, clear: Uint8Array): Promise<Uint8Array>;
  /** Null when the bytes do not open. */
  open(boundTo: string, sealed: Uint8Array): Promise<Uint8Array | null>;
}

/** The keys of the person signed in, the one in use first. */
export interface HeldKeys {
  readonly personId: PersonId;
  readonly keys: readonly [HeldKey, ...HeldKey[]];
  /** See `LayersState`. */
  readonly hasRecovery: boolean;
}

/** What a terminal is given to keep until its person signs out. */
export interface KeysToKeep {
  readonly personId: PersonId;
  readonly ring: KeyRing;
  readonly hasRecovery: boolean;
}

/** Where a host keeps the keys of whoever is signed in, sealed by the host. What is kept is durable when its promise resolves. */
export interface LayerKeyStore {
  /** Null when there are none, or none that open. */
  load(): Promise<HeldKeys | null>;
  /** In place of those kept before. */
  keep(keys: KeysToKeep): Promise<HeldKeys>;
  forget(): Promise<void>;
}

/** Keys held in this program's memory, for hosts that have no better place. */
export function holdInMemory(
  { personId, ring: [first, ...others], hasRecovery }: KeysToKeep,
  randomBytes: (count: number) => Uint8Array,
): HeldKeys {
  const hold = (key: Uint8Array): HeldKey => ({
    name: keyName(key),
    seal: async (boundTo, clear) => sealBytes(key, boundTo, clear, randomBytes(ivBytes)),
    open: async (boundTo, sealed) => openBytes(key, boundTo, sealed),
  });
  return { personId, hasRecovery, keys: [hold(first), ...others.map(hold)] };
}
