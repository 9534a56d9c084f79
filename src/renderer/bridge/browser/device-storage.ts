import { deviceState, type DeviceStorage } from '../../../shared/terminal/device-memory.ts';
import { openSealed, putSealed } from './sealed-values.ts';
import type { Sealer } from './sealer.ts';
import type { TerminalStore } from './terminal-store.ts';

const place = { table: 'values', name: 'device' } as const;
const replicaKeyName = 'replica-key';

/** Keeps a device in the store of its terminal. */
export function createDeviceStorage(store: TerminalStore, sealer: Sealer): DeviceStorage {
  return {
    loadState: async () => openSealed(sealer, place, await store.get(place.table, place.name), deviceState),
    keepState: (state) => putSealed(store, sealer, place, state),
    async loadReplicaKey() {
      const kept = await store.get(place.table, replicaKeyName);
      return kept instanceof Uint8Array ? sealer.open(replicaKeyName, kept) : null;
    },
    keepReplicaKey: async (key) =>
      store.put(place.table, replicaKeyName, await sealer.seal(replicaKeyName, key)),
  };
}
