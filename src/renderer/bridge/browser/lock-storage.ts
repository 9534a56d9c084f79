import { lockState, type LockStorage } from '../../../shared/terminal/guard-storage.ts';
import { openSealed, putSealed } from './sealed-values.ts';
import type { Sealer } from './sealer.ts';
import type { TerminalStore } from './terminal-store.ts';

const place = { table: 'values', name: 'lock' } as const;

/** Keeps the lock of a terminal in its store. */
export function createLockStorage(store: TerminalStore, sealer: Sealer): LockStorage {
  return {
    load: async () => openSealed(sealer, place, await store.get(place.table, place.name), lockState),
    keep: (state) => putSealed(store, sealer, place, state),
  };
}
