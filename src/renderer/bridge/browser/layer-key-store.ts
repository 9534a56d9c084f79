import { z } from 'zod';
import { holdInMemory, type HeldKey, type LayerKeyStore } from '../../../shared/private-layer/held-keys.ts';
import { keyName } from '../../../shared/private-layer/key-ring.ts';
import { personId } from '../../../shared/records/ids.ts';
import { base64Of, bytesOfBase64 } from '../../../shared/std/base64.ts';
import { openSealed, putSealed } from './sealed-values.ts';
import { lockedSealer, type Sealer } from './sealer.ts';
import type { TerminalStore } from './terminal-store.ts';

const name = 'layer-keys';
const usages: readonly KeyUsage[] = ['encrypt', 'decrypt'];

const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));

/**
 * Keeps layer keys in the browser: as keys that can be used but not read, not even by this page. A page that was
 * loaded without encryption from another machine has no such keys; there they lie under the terminal's own seal.
 */
export function createLayerKeyStore(store: TerminalStore, sealer: Sealer): LayerKeyStore {
  return globalThis.isSecureContext ? lockedStore(store) : sealedStore(store, sealer);
}

const lockedKeys = z.object({
  personId,
  hasRecovery: z.boolean(),
  keys: z.array(z.object({ name: z.string(), key: z.instanceof(CryptoKey) })).min(1),
});

function lockedStore(store: TerminalStore): LayerKeyStore {
  const load: LayerKeyStore['load'] = async () => {
    const kept = lockedKeys.safeParse(await store.get('keys', name));
    if (!kept.success) return null;
    const [first, ...others] = kept.data.keys.map((one): HeldKey => ({
      name: one.name,
      ...lockedSealer(one.key),
    }));
    return first === undefined ? null : { ...kept.data, keys: [first, ...others] };
  };
  return {
    load,
    async keep({ ring, ...facts }) {
      const keys = await Promise.all(
        ring.map(async (key) => ({
          name: keyName(key),
          key: await crypto.subtle.importKey('raw', key.slice(), 'AES-GCM', false, usages),
        })),
      );
      await store.put('keys', name, { ...facts, keys });
      const held = await load();
      if (held === null) throw new Error('the keys of the layer were not kept');
      return held;
    },
    forget: () => store.remove('keys', [name]),
  };
}

const sealedKeys = z.strictObject({ personId, hasRecovery: z.boolean(), ring: z.array(z.base64()).min(1) });

function sealedStore(store: TerminalStore, sealer: Sealer): LayerKeyStore {
  const place = { table: 'values', name } as const;
  return {
    async load() {
      const kept = await openSealed(sealer, place, await store.get(place.table, place.name), sealedKeys);
      const [first, ...others] = (kept?.ring ?? []).flatMap((key) => bytesOfBase64(key) ?? []);
      return kept === null || first === undefined
        ? null
        : holdInMemory({ ...kept, ring: [first, ...others] }, randomBytes);
    },
    async keep(keys) {
      await putSealed(store, sealer, place, { ...keys, ring: keys.ring.map(base64Of) });
      return holdInMemory(keys, randomBytes);
    },
    forget: () => store.remove(place.table, [place.name]),
  };
}
