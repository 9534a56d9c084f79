import { lockState, type LockStorage } from '../../shared/terminal/guard-storage.ts';
import type { Sealer } from '../keys/sealer.ts';
import { createSealedTable } from './sealed-table.ts';
import type { TerminalDatabase } from './terminal-database.ts';

const name = 'lock';

/** Keeps the lock of a terminal in its database. */
export function createLockStorage(database: TerminalDatabase, sealer: Sealer): LockStorage {
  const states = createSealedTable({ database, table: 'value', sealer, schema: lockState });
  return { load: async () => states.get(name), keep: async (state) => states.put(name, state) };
}
