import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outboxEntry, type OutboxEntry } from '../../shared/link/outbox-entry.ts';
import { roomId } from '../../shared/records/ids.ts';
import { openDeviceMemory, type DeviceMemory } from '../../shared/terminal/device-memory.ts';
import { createDeviceStorage } from '../disk/device-storage.ts';
import { openTerminalDatabase, type TerminalDatabase } from '../disk/terminal-database.ts';
import { createLayerKeyStore } from '../keys/layer-key-store.ts';
import { createSealer, deriveKey, type Sealer } from '../keys/sealer.ts';
import { createOutboxStore } from '../outbox/outbox-store.ts';
import { adoptPairing } from './adopt-pairing.ts';
import { forgetTerminal } from './forget-terminal.ts';
import { placeOf } from './pairing.ts';
import { createRevokedNotes, type RevokedNotes } from './revoked-notes.ts';
import { examplePairing } from './testing/example-pairing.ts';

const machineKey = new Uint8Array(32).fill(1);
const place = placeOf(examplePairing);
const replicaKey = new Uint8Array(32).fill(0xab);
let folder: string;
let own: string;
let values: Sealer;
let notes: RevokedNotes;

const entry = (id: string, isAnswered: boolean): OutboxEntry =>
  outboxEntry.parse({
    id,
    order: 1,
    command: 'ballot/cast',
    payload: {},
    madeAt: 1,
    participantId: 'p1',
    answer: isAnswered ? { status: 'accepted', epoch: 1, seq: 1, note: 'none', receipt: 'r' } : null,
    confirmedEpoch: 0,
    dismissed: false,
    personId: null,
  });

function openDatabase(): TerminalDatabase {
  return openTerminalDatabase(join(own, 'terminal.sqlite'));
}

async function withMemory<Value>(use: (memory: DeviceMemory, database: TerminalDatabase) => Promise<Value>) {
  const database = openDatabase();
  try {
    return await use(
      await openDeviceMemory(createDeviceStorage(database, values), () => replicaKey),
      database,
    );
  } finally {
    database.close();
  }
}

/** Everything that lies in a folder, as text. */
async function bytesIn(where: string): Promise<string> {
  const entries = await readdir(where, { withFileTypes: true, recursive: true });
  const files = entries.filter((each) => each.isFile());
  const texts = await Promise.all(files.map(async (file) => readFile(join(file.parentPath, file.name))));
  return texts.map((text) => text.toString('latin1')).join('\n');
}

const forget = () => forgetTerminal({ folder, machineKey, place, onTrouble: () => undefined });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nghi-su-forget-'));
  own = join(folder, 'seat-A07');
  values = createSealer(deriveKey(machineKey, 'seat-A07|values'));
  notes = createRevokedNotes({ folder, machineKey });
  await mkdir(join(own, 'vault', 'm1'), { recursive: true });
  await writeFile(join(own, 'vault', 'm1', 'key'), 'a sealed key of a meeting');
  await writeFile(join(own, 'vault', 'm1', 'blob'), 'sealed bytes');
  await withMemory(async (memory, database) => {
    await memory.replicaKey();
    await memory.change({
      registration: { roomId: examplePairing.roomId, deviceId: examplePairing.deviceId, deviceToken: 'x' },
      epochSeen: 3,
    });
    const outbox = createOutboxStore({ database, sealer: values, onTrouble: () => undefined });
    await outbox.save(entry('answered', true));
    await outbox.save(entry('waiting', false));
  });
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

describe('a terminal that the room has turned out', () => {
  it('keeps nothing but what people had written and never sent', async () => {
    const sealedBefore = await withMemory(async (_memory, database) =>
      database.all('value').map(({ sealed }) => Buffer.from(sealed).toString('latin1')),
    );
    expect(sealedBefore.length).toBeGreaterThan(1);
    expect(await forget()).toBe(1);
    expect(await readdir(own)).not.toContain('vault');
    const left = await bytesIn(own);
    for (const sealed of sealedBefore) expect(left).not.toContain(sealed);
    await withMemory(async (memory, database) => {
      expect(database.all('value')).toEqual([]);
      expect(database.all('outbox').map(({ name }) => name)).toEqual(['waiting']);
      expect(memory.get()).toEqual({ registration: null, session: null, epochSeen: 0, history: 0 });
    });
    expect(await forget()).toBe(1);
  });

  it('sends what is left when it is paired with the same room, and never to another', async () => {
    const { roomId: room, roomName, deviceId } = examplePairing;
    const note = { ...place, roomId: room, roomName, deviceId, at: 5, unsent: await forget() };
    await notes.keep(note);
    expect(await notes.list()).toEqual([note]);
    await notes.settle(place, room);
    expect(await notes.list()).toEqual([]);
    expect(await readdir(own)).toContain('terminal.sqlite');

    await notes.keep(note);
    await notes.settle(place, roomId.parse('R2'));
    expect(await notes.list()).toEqual([]);
    expect(await readdir(own)).toEqual(['unsent-R1-5.sqlite']);
  });
});

describe('a terminal that has been paired', () => {
  const adopt = (pairing: typeof examplePairing) =>
    withMemory(async (memory, database) => {
      const outboxStore = createOutboxStore({ database, sealer: values, onTrouble: () => undefined });
      const layerKeys = createLayerKeyStore(database, values);
      await adoptPairing(pairing, { memory, layerKeys, outboxStore });
      return { state: memory.get(), outbox: database.all('outbox').length };
    });

  it('is the device that it was paired as, and keeps its outbox in the same room', async () => {
    const { state, outbox } = await adopt(examplePairing);
    expect(state.registration).toMatchObject({ deviceToken: 'token-of-a07' });
    expect([state.epochSeen, outbox]).toEqual([3, 2]);
  });

  it('brings nothing from another room', async () => {
    const { state, outbox } = await adopt({ ...examplePairing, roomId: roomId.parse('R2') });
    expect([state.registration?.roomId, state.epochSeen, outbox]).toEqual(['R2', 0, 0]);
  });
});
