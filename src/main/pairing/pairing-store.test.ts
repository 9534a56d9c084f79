import { mkdtemp, readFile, rm, truncate, writeFile, cp, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPairingStore, type PairingStore } from './pairing-store.ts';
import { examplePairing } from './testing/example-pairing.ts';

let folder: string;
let store: PairingStore;
const machineKey = new Uint8Array(32).fill(1);
const place = { surface: 'seat', seat: examplePairing.seat } as const;
const fileOf = (name: string): string => join(folder, name, 'pairing.sealed');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nghi-su-pairing-'));
  store = createPairingStore({ folder: folder, machineKey });
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

describe('what a paired terminal keeps', () => {
  it('is had again as it was, and listed', async () => {
    expect(await store.read(place)).toBe(null);
    expect(await store.list()).toEqual([]);
    await store.keep(examplePairing);
    expect(await store.read(place)).toEqual(examplePairing);
    expect(await store.list()).toEqual([examplePairing]);
  });

  it('says nothing to whoever reads the disk', async () => {
    await store.keep(examplePairing);
    const bytes = (await readFile(fileOf('seat-A07'))).toString('latin1');
    for (const secret of [examplePairing.deviceToken, 'PRIVATE KEY', 'CERTIFICATE', 'Phòng họp'])
      expect(bytes).not.toContain(secret);
  });

  it('counts as damaged when it is cut off at any byte, and is never half believed', async () => {
    await store.keep(examplePairing);
    const whole = await readFile(fileOf('seat-A07'));
    for (const length of [0, 1, 27, 28, 100, whole.length - 1]) {
      await writeFile(fileOf('seat-A07'), whole);
      await truncate(fileOf('seat-A07'), length);
      expect(await store.read(place)).toBe('damaged');
      expect(await store.list()).toEqual([]);
    }
  });

  it('does not open on another machine, nor as another terminal', async () => {
    await store.keep(examplePairing);
    const other = createPairingStore({ folder, machineKey: new Uint8Array(32).fill(2) });
    expect(await other.read(place)).toBe('damaged');
    await mkdir(join(folder, 'chair'));
    await cp(fileOf('seat-A07'), fileOf('chair'));
    expect(await store.read({ surface: 'chair', seat: null })).toBe('damaged');
  });

  it('leaves the former one when the power goes while a new one is written', async () => {
    await store.keep(examplePairing);
    await writeFile(`${fileOf('seat-A07')}.new`, 'half a pai');
    expect(await store.read(place)).toEqual(examplePairing);
    await store.keep({ ...examplePairing, roomName: 'Phòng khác' });
    expect(await store.read(place)).toMatchObject({ roomName: 'Phòng khác' });
  });

  it('is gone once it is destroyed, and destroying it again is harmless', async () => {
    await store.keep(examplePairing);
    await store.destroy(place);
    await store.destroy(place);
    await store.destroy({ surface: 'chair', seat: null });
    expect(await store.read(place)).toBe(null);
  });
});
