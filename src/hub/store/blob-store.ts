import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync, rmSync } from 'node:fs';
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LogFull } from '../room/ports.ts';
import { sha256, type Sha256 } from '../../shared/records/ids.ts';
import { must } from '../../shared/std/must.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import { syncFolderLater } from './durable-file.ts';

/**
 * Document bytes by their SHA-256, one file each under `ab/<sha256>`. A file is written under another name, synced,
 * read back against its hash, renamed, and its folder synced: a name that exists always has its whole bytes.
 */
export interface BlobStore {
  /** Takes bytes in, not yet as a blob. Refuses what is larger than `maxBytes`; throws `LogFull` on a full disk. */
  stage(
    source: AsyncIterable<Uint8Array>,
    maxBytes: number,
  ): Promise<Result<StagedBlob, 'document/too-large'>>;
  /** Opens a blob for reading; null when it is not here. */
  open(name: Sha256): Promise<OpenBlob | null>;
  /** Where the bytes of a blob lie, for a process of its own to read; nothing says that they are there. */
  fileOf(name: Sha256): string;
  /** Length in bytes; null when it is not here. */
  sizeOf(name: Sha256): Promise<number | null>;
  /** Forgets a blob that no document names; one that is not here is no matter. */
  remove(name: Sha256): Promise<void>;
}

/** Bytes that have arrived and are looked at before they are kept. */
export interface StagedBlob {
  readonly file: string;
  readonly sha256: Sha256;
  readonly bytes: number;
  /** Makes it a blob, durably. */
  keep(): Promise<void>;
  /** Opens it for reading while it is not a blob yet; null when it has been dropped or kept. */
  open(): Promise<OpenBlob | null>;
  /** Removes it unless it has been kept. */
  drop(): Promise<void>;
}

/** A blob open for reading; close it. */
export interface OpenBlob {
  readonly bytes: number;
  /** Fills `target` from byte `position` on; returns how many bytes were read. */
  readInto(target: Uint8Array, position: number): Promise<number>;
  close(): Promise<void>;
}

/** The blobs under `folder`. What an interrupted start left half-taken is removed. */
export function createBlobStore(folder: string): BlobStore {
  const incoming = join(folder, 'incoming');
  rmSync(incoming, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const pathOf = (name: Sha256): string => join(folder, name.slice(0, 2), name);
  const sizeOf = async (name: Sha256): Promise<number | null> => {
    const found = await orMissing(stat(pathOf(name)));
    return found?.size ?? null;
  };
  return {
    sizeOf,
    fileOf: pathOf,
    remove: (name) => rm(pathOf(name), { force: true }),
    async stage(source, maxBytes) {
      await mkdir(incoming, { recursive: true, mode: 0o700 });
      const file = join(incoming, randomUUID());
      try {
        const taken = await take(source, file, maxBytes);
        if (taken === null) {
          await rm(file, { force: true });
          return refused('document/too-large');
        }
        return ok({
          file,
          ...taken,
          keep: () => keep(file, taken, pathOf(taken.sha256), sizeOf),
          open: () => openFile(file),
          drop: () => rm(file, { force: true }),
        });
      } catch (error) {
        await rm(file, { force: true });
        throw asLogFull(error);
      }
    },
    open: (name) => openFile(pathOf(name)),
  };
}

interface Taken {
  readonly sha256: Sha256;
  readonly bytes: number;
}

async function take(
  source: AsyncIterable<Uint8Array>,
  file: string,
  maxBytes: number,
): Promise<Taken | null> {
  await using handle = await open(file, 'wx', 0o600);
  const digest = createHash('sha256');
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) return null;
    digest.update(chunk);
    await handle.writeFile(chunk);
  }
  await handle.sync();
  return { sha256: sha256.parse(digest.digest('hex')), bytes };
}

async function keep(
  file: string,
  taken: Taken,
  path: string,
  sizeOf: (name: Sha256) => Promise<number | null>,
): Promise<void> {
  must((await digestOf(file)) === taken.sha256, 'the disk gave back other bytes than it was given');
  if ((await sizeOf(taken.sha256)) === taken.bytes) return rm(file, { force: true });
  try {
    const folder = dirname(path);
    const made = await mkdir(folder, { recursive: true, mode: 0o700 });
    await rename(file, path);
    await syncFolderLater(folder);
    if (made !== undefined) await syncFolderLater(dirname(folder));
  } catch (error) {
    throw asLogFull(error);
  }
}

async function digestOf(file: string): Promise<string> {
  const digest = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 }))
    digest.update(chunk as Buffer);
  return digest.digest('hex');
}

async function openFile(path: string): Promise<OpenBlob | null> {
  const handle = await orMissing(open(path, 'r'));
  return handle === null ? null : openBlob(handle, (await handle.stat()).size);
}

function openBlob(handle: FileHandle, bytes: number): OpenBlob {
  return {
    bytes,
    readInto: async (target, position) =>
      (await handle.read(target, 0, target.byteLength, position)).bytesRead,
    close: () => handle.close(),
  };
}

async function orMissing<Value>(reading: Promise<Value>): Promise<Value | null> {
  try {
    return await reading;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function asLogFull(error: unknown): unknown {
  return codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT'
    ? new LogFull('the disk is full', { cause: error })
    : error;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
