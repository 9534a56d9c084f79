import { z } from 'zod';
import type { HeldKey, HeldKeys, KeysToKeep, LayerKeyStore } from '../../shared/private-layer/held-keys.ts';
import { keyName } from '../../shared/private-layer/key-ring.ts';
import { personId } from '../../shared/records/ids.ts';
import { createSealedTable } from '../disk/sealed-table.ts';
import type { TerminalDatabase } from '../disk/terminal-database.ts';
import { createSealer, type Sealer } from './sealer.ts';

const name = 'layer-keys';
const schema = z.strictObject({ personId, hasRecovery: z.boolean(), ring: z.array(z.base64()).min(1) });

/** Keeps layer keys in the database of a terminal, under the seal of this machine. */
export function createLayerKeyStore(database: TerminalDatabase, sealer: Sealer): LayerKeyStore {
  const table = createSealedTable({ database, table: 'value', sealer, schema });
  return {
    async load() {
      const kept = table.get(name);
      const [first, ...others] = kept?.ring.map((key) => new Uint8Array(Buffer.from(key, 'base64'))) ?? [];
      return kept === null || first === undefined ? null : held({ ...kept, ring: [first, ...others] });
    },
    async keep(keys) {
      table.put(name, { ...keys, ring: keys.ring.map((key) => Buffer.from(key).toString('base64')) });
      return held(keys);
    },
    forget: async () => table.remove([name]),
  };
}

function held({ ring: [first, ...others], ...facts }: KeysToKeep): HeldKeys {
  return { ...facts, keys: [hold(first), ...others.map(hold)] };
}

function hold(key: Uint8Array): HeldKey {
  const sealer = createSealer(key);
  return {
    name: keyName(key),
    seal: async (boundTo, clear) => sealer.seal(boundTo, clear),
    open: async (boundTo, sealed) => sealer.open(boundTo, sealed),
  };
}
