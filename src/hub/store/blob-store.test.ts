import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../shared/records/ids.ts';
import { createBlobStore, type BlobStore, type StagedBlob } from './blob-store.ts';
import { temporaryFolder, type TemporaryFolder } from './temporary-folder.ts';

async function* pieces(...parts: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}

const bytes = randomBytes(300_000);
const name = sha256.parse(createHash('sha256').update(bytes).digest('hex'));

describe('the blob store', () => {
  let folder: TemporaryFolder;
  let blobs: BlobStore;
  beforeEach(() => {
    folder = temporaryFolder();
    blobs = createBlobStore(join(folder.path, 'blobs'));
  });
  afterEach(() => folder.remove());

  const staged = async (...parts: Uint8Array[]): Promise<StagedBlob> => {
    const result = await blobs.stage(pieces(...parts), 1_000_000);
    if (!result.ok) throw new Error(result.reason);
    return result.value;
  };
  const incoming = (): string[] => readdirSync(join(folder.path, 'blobs', 'incoming'));

  it('[INV-5] names bytes by their SHA-256 and gives back the same bytes', async () => {
    const blob = await staged(bytes.subarray(0, 100_001), bytes.subarray(100_001));
    expect([blob.sha256, blob.bytes]).toEqual([name, bytes.length]);
    await blob.keep();
    await using disposal = new AsyncDisposableStack();
    const open = await blobs.open(name);
    if (open === null) throw new Error('not kept');
    disposal.defer(() => open.close());
    const middle = Buffer.alloc(1000);
    expect(open.bytes).toBe(bytes.length);
    expect(await open.readInto(middle, 250_000)).toBe(1000);
    expect(middle.equals(bytes.subarray(250_000, 251_000))).toBe(true);
    expect(incoming()).toEqual([]);
  });

  it('does not have what was only staged, or dropped', async () => {
    const blob = await staged(bytes);
    expect(await blobs.open(name)).toBeNull();
    await blob.drop();
    expect(await blobs.sizeOf(name)).toBeNull();
    expect(incoming()).toEqual([]);
  });

  it('takes the same bytes twice as one blob', async () => {
    await (await staged(bytes)).keep();
    await (await staged(bytes)).keep();
    expect(await blobs.sizeOf(name)).toBe(bytes.length);
    expect(incoming()).toEqual([]);
  });

  it('refuses what is too large and keeps nothing of it', async () => {
    expect(await blobs.stage(pieces(bytes), bytes.length - 1)).toEqual({
      ok: false,
      reason: 'document/too-large',
    });
    expect(incoming()).toEqual([]);
  });

  it('keeps nothing of a source that breaks off', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield bytes;
      throw new Error('the link broke');
    }
    await expect(blobs.stage(broken(), 1_000_000)).rejects.toThrow('the link broke');
    expect(incoming()).toEqual([]);
  });

  it('[INV-5] keeps no blob whose bytes changed on the disk meanwhile', async () => {
    const blob = await staged(bytes);
    const changed = readFileSync(blob.file);
    changed[77] = (changed[77] ?? 0) ^ 1;
    writeFileSync(blob.file, changed);
    await expect(blob.keep()).rejects.toThrow('other bytes');
    expect(await blobs.open(name)).toBeNull();
  });

  it('removes what an interrupted start left half-taken', () => {
    const left = join(folder.path, 'blobs', 'incoming');
    mkdirSync(left, { recursive: true });
    writeFileSync(join(left, 'half'), 'half');
    createBlobStore(join(folder.path, 'blobs'));
    expect(existsSync(join(left, 'half'))).toBe(false);
  });
});
