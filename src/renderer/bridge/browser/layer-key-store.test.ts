import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openPart, sealPart } from '../../../shared/private-layer/seal-part.ts';
import { layerPartId, meetingId, personId } from '../../../shared/records/ids.ts';
import { createLayerKeyStore } from './layer-key-store.ts';
import { openSealer } from './sealer.ts';
import type { Table, TerminalStore } from './terminal-store.ts';

const minh = personId.parse('minh');
const place = { meetingId: meetingId.parse('m1'), partId: layerPartId.parse('x1') };
const clear = new Uint8Array([1, 2, 3]);
const first = new Uint8Array(32).fill(0xa1);

class MapStore implements TerminalStore {
  readonly tables = new Map<string, unknown>();

  async get(table: Table, name: string): Promise<unknown> {
    return this.tables.get(`${table}/${name}`);
  }

  all(): Promise<never> {
    return Promise.reject(new Error('not asked for in these tests'));
  }

  async put(table: Table, name: string, value: unknown): Promise<void> {
    this.tables.set(`${table}/${name}`, value);
  }

  async remove(table: Table, names: readonly string[]): Promise<void> {
    for (const name of names) this.tables.delete(`${table}/${name}`);
  }
}

describe.each([true, false])('layer keys in a browser whose context is secure: %s', (isSecure) => {
  let store: MapStore;
  beforeEach(() => {
    vi.stubGlobal('isSecureContext', isSecure);
    store = new MapStore();
  });
  const open = async () => createLayerKeyStore(store, await openSealer(store, 'values'));

  it('are kept until they are forgotten, and open what they sealed', async () => {
    const ring = [first, new Uint8Array(32).fill(0xb2)] as const;
    const kept = await (await open()).keep({ personId: minh, ring, hasRecovery: true });
    const sealed = await sealPart(kept, place, clear);
    const loaded = await (await open()).load();
    expect(loaded).toMatchObject({ personId: minh, hasRecovery: true });
    expect(loaded?.keys.map(({ name }) => name)).toEqual(kept.keys.map(({ name }) => name));
    expect(loaded && (await openPart(loaded, { ...place, sealed }))).toEqual(clear);
    await (await open()).forget();
    expect(await (await open()).load()).toBeNull();
  });

  it('[INV-7] do not lie in the store in clear', async () => {
    await (await open()).keep({ personId: minh, ring: [first], hasRecovery: false });
    const written = [...store.tables].map(([name, value]) => [
      name,
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : JSON.stringify(value),
    ]);
    // The seal of the values lies in the store too; what it sealed is another thing.
    for (const needle of [Buffer.from(first).toString('latin1'), Buffer.from(first).toString('base64')]) {
      expect(written.filter(([, text]) => text?.includes(needle))).toEqual([]);
    }
  });
});

it('[INV-7] cannot be read out of a secure browser, not even by this page', async () => {
  vi.stubGlobal('isSecureContext', true);
  const store = new MapStore();
  const keys = createLayerKeyStore(store, await openSealer(store, 'values'));
  await keys.keep({ personId: minh, ring: [first], hasRecovery: false });
  const kept = store.tables.get('keys/layer-keys') as {
    readonly keys: readonly { readonly key: CryptoKey }[];
  };
  expect(kept.keys.map(({ key }) => key.extractable)).toEqual([false]);
});
