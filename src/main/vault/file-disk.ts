import { constants } from 'node:fs';
import { mkdir, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 as sha256Schema, type MeetingId } from '../../shared/records/ids.ts';
import { chunkName, sealedLength, sealedOffset } from '../../shared/vault/chunks.ts';
import { folderOf, heldMark, keyFileName, meetingOf } from '../../shared/vault/meeting-folder.ts';
import { MeetingKeys, type KeyFiles } from '../../shared/vault/meeting-keys.ts';
import {
  DiskFull,
  MeetingRecalled,
  type BlobDisk,
  type BlobPlace,
  type StoredBlob,
} from '../../shared/vault/vault-ports.ts';
import { readIfThere, syncFolder } from '../disk/durable-file.ts';
import { createSealer, type Sealer } from '../keys/sealer.ts';

export interface FileDiskOptions {
  readonly folder: string;
  /** Seals the keys of the meetings. */
  readonly sealer: Sealer;
  randomBytes(count: number): Uint8Array;
}

/**
 * The disk of a vault in a folder of its own: a folder per meeting, in it the sealed key and one file per blob, of
 * sealed chunks.
 */
export async function openFileDisk({ folder, sealer, randomBytes }: FileDiskOptions): Promise<BlobDisk> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await removeStrays(folder);
  const keys = await MeetingKeys.open({
    files: keyFilesIn(folder),
    sealer: {
      seal: async (name, clear) => sealer.seal(name, clear),
      open: async (name, sealed) => sealer.open(name, sealed),
    },
    randomBytes,
    toKey: async (raw) => createSealer(raw),
  });
  return new FileDisk(folder, keys);
}

class FileDisk implements BlobDisk {
  readonly #folder: string;
  readonly #keys: MeetingKeys<Sealer>;

  constructor(folder: string, keys: MeetingKeys<Sealer>) {
    this.#folder = folder;
    this.#keys = keys;
  }

  async list(): Promise<readonly StoredBlob[]> {
    const meetings = await meetingsIn(this.#folder);
    const lists = await Promise.all(meetings.map((meetingId) => this.#blobsOf(meetingId)));
    return lists.flat();
  }

  async readChunk(place: BlobPlace, index: number, length: number): Promise<Uint8Array | null> {
    const sealer = await this.#keys.toOpen(place.meetingId);
    if (sealer === null) return null;
    const sealed = new Uint8Array(sealedLength(length));
    const handle = await openIfThere(this.#path(place));
    if (handle === null) return null;
    try {
      const { bytesRead } = await handle.read(sealed, 0, sealed.length, sealedOffset(index));
      return bytesRead < sealed.length ? null : sealer.open(chunkName(place.sha256, index), sealed);
    } finally {
      await handle.close();
    }
  }

  async writeChunk(place: BlobPlace, index: number, bytes: Uint8Array): Promise<void> {
    await orDiskFull(async () => {
      const sealer = await this.#keys.toSeal(place.meetingId);
      await this.#keys.kept(place.meetingId);
      const sealed = sealer.seal(chunkName(place.sha256, index), bytes);
      await using handle = await open(this.#path(place), constants.O_RDWR | constants.O_CREAT, 0o600);
      await writeAll(handle, sealed, sealedOffset(index));
    });
  }

  async markHeld(place: BlobPlace, held: boolean): Promise<void> {
    if (this.#keys.recalled.includes(place.meetingId)) throw recalled(place.meetingId);
    const mark = this.#path(place) + heldMark;
    await orDiskFull(async () => {
      if (held) {
        await using blob = await open(this.#path(place), 'r+');
        await blob.sync();
        const { size } = await blob.stat();
        await using file = await open(mark, 'w', 0o600);
        await file.writeFile(String(size));
        await file.sync();
      } else {
        await rm(mark, { force: true });
      }
      await syncFolder(this.#folderOf(place.meetingId));
    });
  }

  async remove(place: BlobPlace): Promise<void> {
    // The mark first: at no moment may it stand beside a blob that is not whole.
    await rm(this.#path(place) + heldMark, { force: true });
    await syncFolder(this.#folderOf(place.meetingId));
    await rm(this.#path(place), { force: true });
  }

  async recalled(): Promise<readonly MeetingId[]> {
    return this.#keys.recalled;
  }

  async destroyKey(meetingId: MeetingId): Promise<void> {
    await orDiskFull(() => this.#keys.destroy(meetingId));
  }

  async removeMeeting(meetingId: MeetingId): Promise<void> {
    const folder = this.#folderOf(meetingId);
    const others = (await namesIn(folder)).filter((name) => name !== keyFileName);
    await Promise.all(others.map((name) => rm(join(folder, name), { force: true, recursive: true })));
  }

  async #blobsOf(meetingId: MeetingId): Promise<readonly StoredBlob[]> {
    const names = new Set(await namesIn(this.#folderOf(meetingId)));
    const blobs = [...names].flatMap((name) => sha256Schema.safeParse(name).data ?? []);
    return await Promise.all(
      blobs.map(async (sha256) => {
        const path = this.#path({ meetingId, sha256 });
        const { size } = await stat(path);
        const mark = names.has(sha256 + heldMark) ? await readIfThere(path + heldMark) : null;
        const held = mark !== null && Buffer.from(mark).toString() === String(size);
        return { meetingId, sha256, storedBytes: size, held };
      }),
    );
  }

  #folderOf(meetingId: MeetingId): string {
    return join(this.#folder, folderOf(meetingId));
  }

  #path({ meetingId, sha256 }: BlobPlace): string {
    return join(this.#folderOf(meetingId), sha256);
  }
}

function keyFilesIn(folder: string): KeyFiles {
  const pathOf = (meetingId: MeetingId): string => join(folder, folderOf(meetingId), keyFileName);
  return {
    list: () => meetingsIn(folder),
    read: (meetingId) => readIfThere(pathOf(meetingId)),
    async write(meetingId, bytes) {
      const own = join(folder, folderOf(meetingId));
      await mkdir(own, { recursive: true, mode: 0o700 });
      // In place and not by a rename, which would leave the old bytes somewhere on the disk.
      await using handle = await open(pathOf(meetingId), constants.O_RDWR | constants.O_CREAT, 0o600);
      await writeAll(handle, bytes, 0);
      await handle.truncate(bytes.length);
      await handle.sync();
      await syncFolder(own);
      await syncFolder(folder);
    },
  };
}

async function meetingsIn(folder: string): Promise<readonly MeetingId[]> {
  return (await namesIn(folder)).flatMap((name) => meetingOf(name) ?? []);
}

/** What lies beside the meetings' folders belongs to none: nothing opens it. */
async function removeStrays(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  const strays = entries.filter((entry) => entry.isFile());
  await Promise.all(strays.map(({ name }) => rm(join(folder, name), { force: true })));
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (reason) {
    if (codeOf(reason) === 'ENOENT') return [];
    throw reason;
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

function recalled(meetingId: MeetingId): MeetingRecalled {
  return new MeetingRecalled(`the meeting ${meetingId} has been recalled`);
}

function codeOf(reason: unknown): unknown {
  return reason instanceof Error && 'code' in reason ? reason.code : undefined;
}
