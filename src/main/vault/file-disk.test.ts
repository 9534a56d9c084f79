import { createHash, randomBytes } from 'node:crypto';
import { globSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  documentVersionId,
  meetingId as meetingIdOf,
  sha256,
  type Sha256,
} from '../../shared/records/ids.ts';
import { chunkBytes, sealedLength, sealedOffset } from '../../shared/vault/chunks.ts';
import { folderOf } from '../../shared/vault/meeting-folder.ts';
import { Vault } from '../../shared/vault/vault.ts';
import type { BlobDisk } from '../../shared/vault/vault-ports.ts';
import { nodeTimers } from '../hub-link/node-timers.ts';
import { createSealer } from '../keys/sealer.ts';
import { openFileDisk } from './file-disk.ts';

const clear = new Uint8Array(randomBytes(2 * chunkBytes + 1000));
const name: Sha256 = sha256.parse(createHash('sha256').update(clear).digest('hex'));
const key = new Uint8Array(32).fill(9);
const meetingId = meetingIdOf.parse('m1');
const place = { meetingId, sha256: name };
const lengths = [chunkBytes, chunkBytes, 1000];

/** Comparing hundreds of thousands of bytes one by one would take seconds. */
const isSame = (found: Uint8Array | null, bytes: Uint8Array): boolean =>
  found !== null && Buffer.compare(found, bytes) === 0;

describe('the disk of the vault', () => {
  let folder = '';
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'vault-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const openDisk = (): Promise<BlobDisk> =>
    openFileDisk({
      folder,
      sealer: createSealer(key),
      randomBytes: (count) => new Uint8Array(randomBytes(count)),
    });
  const file = (): string => join(folder, folderOf(meetingId), name);
  const chunk = (index: number): Uint8Array =>
    clear.slice(index * chunkBytes, index * chunkBytes + (lengths[index] ?? 0));

  const writeAll = async (disk: BlobDisk): Promise<void> => {
    for (const index of [0, 1, 2]) await disk.writeChunk(place, index, chunk(index));
  };

  it('gives chunks back after it was opened again, and lists what it holds', async () => {
    const disk = await openDisk();
    await writeAll(disk);
    await disk.markHeld(place, true);
    const again = await openDisk();
    expect(isSame(await again.readChunk(place, 1, chunkBytes), chunk(1))).toBe(true);
    expect(isSame(await again.readChunk(place, 2, 1000), chunk(2))).toBe(true);
    const storedBytes = sealedOffset(2) + sealedLength(1000);
    expect(await again.list()).toEqual([{ meetingId, sha256: name, storedBytes, held: true }]);
  });

  it('holds nothing in clear', async () => {
    const disk = await openDisk();
    await writeAll(disk);
    expect(readFileSync(file()).includes(Buffer.from(chunk(0).slice(0, 64)))).toBe(false);
  });

  it('[INV-5] holds neither text nor keys in clear in any of its files, nor the names of meetings', async () => {
    const disk = await openDisk();
    await writeAll(disk);
    await disk.markHeld(place, true);
    const files = globSync('**/*', { cwd: folder })
      .map((path) => join(folder, path))
      .filter((path) => statSync(path).isFile());
    expect(files.length).toBe(3);
    const all = Buffer.concat(files.map((path) => readFileSync(path)));
    const stretches = Array.from({ length: 2000 }, (_, at) => clear.slice(at * 250, at * 250 + 24));
    expect(stretches.some((stretch) => all.includes(Buffer.from(stretch)))).toBe(false);
    // Teeth: sealed with no cipher, it would have been found.
    expect(Buffer.from(clear).includes(Buffer.from(stretches[7] ?? []))).toBe(true);
  });

  it('takes chunks in any order and does not know those between', async () => {
    const disk = await openDisk();
    await disk.writeChunk(place, 2, chunk(2));
    expect(await disk.readChunk(place, 0, chunkBytes)).toBeNull();
    expect(await disk.readChunk(place, 1, chunkBytes)).toBeNull();
    expect(isSame(await disk.readChunk(place, 2, 1000), chunk(2))).toBe(true);
  });

  it('[INV-5] does not open a chunk that was written in part, moved or changed', async () => {
    const disk = await openDisk();
    await writeAll(disk);
    const bytes = readFileSync(file());
    truncateSync(file(), bytes.length - 1);
    expect(await disk.readChunk(place, 2, 1000)).toBeNull();
    const swapped = Buffer.concat([
      bytes.subarray(sealedOffset(1), sealedOffset(2)),
      bytes.subarray(0, sealedOffset(1)),
      bytes.subarray(sealedOffset(2)),
    ]);
    writeFileSync(file(), swapped);
    expect(await disk.readChunk(place, 0, chunkBytes)).toBeNull();
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    writeFileSync(file(), bytes);
    expect(await disk.readChunk(place, 0, chunkBytes)).toBeNull();
    expect(isSame(await disk.readChunk(place, 1, chunkBytes), chunk(1))).toBe(true);
  });

  it('forgets the mark and the blob', async () => {
    const disk = await openDisk();
    await writeAll(disk);
    await disk.markHeld(place, true);
    await disk.markHeld(place, false);
    expect(await disk.list()).toMatchObject([{ held: false }]);
    await disk.remove(place);
    expect(await disk.list()).toEqual([]);
  });

  it('[INV-5] lets the vault mend a torn file by fetching the missing chunk alone', async () => {
    const disk = await openDisk();
    await writeAll(disk);
    await disk.markHeld(place, true);
    truncateSync(file(), sealedOffset(2) + 10);
    const offsets: number[] = [];
    const vault = await Vault.open({
      disk: await openDisk(),
      timers: nodeTimers,
      random: () => 0,
      fetch: async (_sha256, offset) => {
        offsets.push(offset);
        let rest: Uint8Array | null = clear.subarray(offset);
        return {
          next: async () => {
            const piece = rest;
            rest = null;
            return piece;
          },
          cancel: () => undefined,
        };
      },
      createHasher: async () => {
        const hash = createHash('sha256');
        return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') };
      },
      onTrouble: (reason) => expect.unreachable(String(reason)),
    });
    vault.setOnline(true);
    vault.want([
      {
        meetingId,
        versionId: documentVersionId.parse('v1'),
        sha256: name,
        bytes: clear.length,
      },
    ]);
    await vi.waitFor(() => expect(vault.progress.get()).toMatchObject([{ state: 'held' }]));
    expect(offsets).toEqual([2 * chunkBytes]);
    expect(isSame(await vault.read(name, chunkBytes - 5, clear.length), clear.slice(chunkBytes - 5))).toBe(
      true,
    );
    vault.stop();
  });
});
