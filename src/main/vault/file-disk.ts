import { constants } from 'node:fs';
import { mkdir, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 as sha256Schema, type Sha256 } from '../../shared/records/ids.ts';
import { chunkName, sealedLength, sealedOffset } from '../../shared/vault/chunks.ts';
import { DiskFull, type BlobDisk, type StoredBlob } from '../../shared/vault/vault-ports.ts';
import { syncFolder } from '../disk/durable-file.ts';
import type { Sealer } from '../keys/sealer.ts';

/** Behind the name of a blob: an empty file beside it that says "whole, and its hash was right". */
const heldMark = '.held';

/** The disk of a vault in a folder of its own: one file per blob, of sealed chunks. */
export async function openFileDisk(folder: string, sealer: Sealer): Promise<BlobDisk> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return new FileDisk(folder, sealer);
}

class FileDisk implements BlobDisk {
  readonly #folder: string;
  readonly #sealer: Sealer;

  constructor(folder: string, sealer: Sealer) {
    this.#folder = folder;
    this.#sealer = sealer;
  }

  async list(): Promise<readonly StoredBlob[]> {
    const names = new Set(await readdir(this.#folder));
    const blobs = [...names].flatMap((name) => sha256Schema.safeParse(name).data ?? []);
    return await Promise.all(
      blobs.map(async (sha256) => {
        const { size } = await stat(this.#path(sha256));
        return { sha256, storedBytes: size, held: names.has(sha256 + heldMark) };
      }),
    );
  }

  async readChunk(sha256: Sha256, index: number, length: number): Promise<Uint8Array | null> {
    const sealed = new Uint8Array(sealedLength(length));
    const handle = await openIfThere(this.#path(sha256));
    if (handle === null) return null;
    try {
      const { bytesRead } = await handle.read(sealed, 0, sealed.length, sealedOffset(index));
      return bytesRead < sealed.length ? null : this.#sealer.open(chunkName(sha256, index), sealed);
    } finally {
      await handle.close();
    }
  }

  async writeChunk(sha256: Sha256, index: number, bytes: Uint8Array): Promise<void> {
    const sealed = this.#sealer.seal(chunkName(sha256, index), bytes);
    await orDiskFull(async () => {
      await using handle = await open(this.#path(sha256), constants.O_RDWR | constants.O_CREAT, 0o600);
      await writeAll(handle, sealed, sealedOffset(index));
    });
  }

  async markHeld(sha256: Sha256, held: boolean): Promise<void> {
    const mark = this.#path(sha256) + heldMark;
    await orDiskFull(async () => {
      if (held) {
        await using blob = await open(this.#path(sha256), 'r+');
        await blob.sync();
        await using file = await open(mark, 'w', 0o600);
        await file.sync();
      } else {
        await rm(mark, { force: true });
      }
      await syncFolder(this.#folder);
    });
  }

  async remove(sha256: Sha256): Promise<void> {
    // The mark first: at no moment may it stand beside a blob that is not whole.
    await rm(this.#path(sha256) + heldMark, { force: true });
    await syncFolder(this.#folder);
    await rm(this.#path(sha256), { force: true });
  }

  #path(sha256: Sha256): string {
    return join(this.#folder, sha256);
  }
}

async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r');
  } catch (reason) {
    if (codeOf(reason) === 'ENOENT') return null;
    throw reason;
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    // oxlint-disable-next-line no-await-in-loop
    const { bytesWritten } = await handle.write(bytes, at, bytes.length - at, position + at);
    at += bytesWritten;
  }
}

async function orDiskFull(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (reason) {
    const isFull = codeOf(reason) === 'ENOSPC' || codeOf(reason) === 'EDQUOT';
    throw isFull ? new DiskFull('there is no room for documents', { cause: reason }) : reason;
  }
}

function codeOf(reason: unknown): unknown {
  return reason instanceof Error && 'code' in reason ? reason.code : undefined;
}
