import { z } from 'zod';
import { deviceState, type DeviceStorage } from '../../shared/terminal/device-memory.ts';
import type { Sealer } from '../keys/sealer.ts';
import { createSealedTable } from './sealed-table.ts';
import type { TerminalDatabase } from './terminal-database.ts';

const stateName = 'device';
const replicaKeyName = 'replica-key';

/** Keeps a device in the database of its terminal. */
export function createDeviceStorage(database: TerminalDatabase, sealer: Sealer): DeviceStorage {
  const states = createSealedTable({ database, table: 'value', sealer, schema: deviceState });
  const keys = createSealedTable({ database, table: 'value', sealer, schema: z.base64() });
  return {
    loadState: async () => states.get(stateName),
    keepState: async (state) => states.put(stateName, state),
    async loadReplicaKey() {
      const kept = keys.get(replicaKeyName);
      return kept === null ? null : new Uint8Array(Buffer.from(kept, 'base64'));
    },
    keepReplicaKey: async (key) => keys.put(replicaKeyName, Buffer.from(key).toString('base64')),
  };
}
