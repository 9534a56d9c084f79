import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { outboxEntry, type OutboxEntry } from '../../../shared/link/outbox-entry.ts';
import { deviceId, participantId, roomId } from '../../../shared/records/ids.ts';
import { openDeviceMemory, type DeviceMemory } from '../../../shared/terminal/device-memory.ts';
import { createDeviceStorage } from './device-storage.ts';
import { createOutboxStore } from './outbox-store.ts';
import { openSealer, type Sealer } from './sealer.ts';
import { openTerminalStore, type TerminalStore } from './terminal-store.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const unexpected = (reason: unknown): void => expect.unreachable(String(reason));

const entry = (order: number): OutboxEntry =>
  outboxEntry.parse({
    id: `command-${order}`,
    order,
    command: 'ballot/cast',
    payload: { voteId: 'v1', participantId: 'p1', choice: 'approve', versionId: null },
    madeAt: 1,
    participantId: 'p1',
    answer: null,
    confirmedEpoch: 0,
    confirmedHistory: 0,
    dismissed: false,
    personId: null,
  });

let terminal = 0;
let store: TerminalStore;
const openMemory = (sealer: Sealer): Promise<DeviceMemory> =>
  openDeviceMemory(createDeviceStorage(store, sealer), (count) =>
    crypto.getRandomValues(new Uint8Array(count)),
  );
beforeEach(async () => {
  terminal += 1;
  store = await openTerminalStore(`seat-${terminal}`);
});
afterEach(() => vi.unstubAllGlobals());

describe.each([
  ['in a secure page', true],
  ['in a page without WebCrypto', false],
])('what a browser keeps of a terminal, %s', (_where, isSecure) => {
  let sealer: Sealer;
  beforeEach(async () => {
    vi.stubGlobal('isSecureContext', isSecure);
    sealer = await openSealer(store, 'values');
  });

  it('opens what it sealed, after a restart too, under the same name alone', async () => {
    const sealed = await sealer.seal('a', bytes('Nghị quyết'));
    const again = await openSealer(store, 'values');
    expect(await again.open('a', sealed)).toEqual(bytes('Nghị quyết'));
    expect(await again.open('b', sealed)).toBeNull();
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
    expect(await again.open('a', sealed)).toBeNull();
  });

  it('[INV-1] keeps commands over a restart, sealed', async () => {
    const outbox = createOutboxStore(store, sealer, unexpected);
    await outbox.save(entry(1));
    await outbox.save(entry(2));
    await outbox.save({ ...entry(1), dismissed: true });
    const again = createOutboxStore(store, await openSealer(store, 'values'), unexpected);
    const loaded = (await again.load()).toSorted((a, b) => a.order - b.order);
    expect(loaded).toEqual([{ ...entry(1), dismissed: true }, entry(2)]);
    const rows = await store.all('outbox');
    expect(rows.map(({ value }) => new TextDecoder().decode(value as Uint8Array)).join('')).not.toContain(
      'approve',
    );
    await again.remove([entry(1).id]);
    expect(await again.load()).toEqual([entry(2)]);
  });

  it('tells of a command that does not open, and gives the others', async () => {
    const troubles: unknown[] = [];
    const outbox = createOutboxStore(store, sealer, (reason) => troubles.push(reason));
    await outbox.save(entry(1));
    await store.put('outbox', 'command-2', bytes('damaged'));
    expect(await outbox.load()).toEqual([entry(1)]);
    expect(troubles).toHaveLength(1);
  });

  it('keeps who the device is, and changes it one step at a time', async () => {
    const memory = await openMemory(sealer);
    const registration = {
      roomId: roomId.parse('r'),
      deviceId: deviceId.parse('d'),
      deviceToken: 'secret-token',
    };
    const session = {
      sessionToken: 'secret-session',
      participantId: participantId.parse('p1'),
      personId: null,
    };
    await Promise.all([
      memory.change({ registration }),
      memory.change({ session }),
      memory.change({ epochSeen: 3 }),
    ]);
    const again = await openMemory(await openSealer(store, 'values'));
    expect(again.get()).toEqual({ registration, session, epochSeen: 3, history: 0 });
  });

  it('makes one replica key and keeps it', async () => {
    const memory = await openMemory(sealer);
    const key = await memory.replicaKey();
    expect(key).toHaveLength(32);
    expect(await (await openMemory(sealer)).replicaKey()).toEqual(key);
  });
});

describe('a browser whose disk refuses', () => {
  it('[INV-4] rejects a command that could not be kept', async () => {
    vi.stubGlobal('isSecureContext', true);
    const outbox = createOutboxStore(store, await openSealer(store, 'values'), unexpected);
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(outbox.save(entry(1))).rejects.toThrow('full');
  });
});
