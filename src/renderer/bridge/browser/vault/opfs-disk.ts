import { sha256 as sha256Schema, type MeetingId } from '../../../../shared/records/ids.ts';
import { chunkIvBytes, chunkName, sealedLength, sealedOffset } from '../../../../shared/vault/chunks.ts';
import { folderOf, heldMark, keyFileName, meetingOf } from '../../../../shared/vault/meeting-folder.ts';
import { MeetingKeys, type KeyFiles, type KeySealer } from '../../../../shared/vault/meeting-keys.ts';
import {
  DiskFull,
  MeetingRecalled,
  type BlobDisk,
  type BlobPlace,
  type StoredBlob,
} from '../../../../shared/vault/vault-ports.ts';

/** A file open for reading and writing without waiting; the browser offers it to dedicated workers alone. */
interface OpenFile {
  read(into: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
  write(from: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
  truncate(size: number): void;
  getSize(): number;
  flush(): void;
  close(): void;
}

interface OpenableFile extends FileSystemFileHandle {
  createSyncAccessHandle(): Promise<OpenFile>;
}

/** So many files stay open; opening one takes longer than reading a chunk. */
const openFiles = 8;

/**
 * The disk of a vault in the browser's private file system: a folder per meeting, in it the sealed key and one file
 * per blob, of AES-GCM sealed chunks. To be used in a dedicated worker, and by one worker at a time: its files are
 * open exclusively. `sealer` seals the keys of the meetings.
 */
export async function openOpfsDisk(folderName: string, sealer: KeySealer): Promise<BlobDisk> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(folderName, { create: true });
  await removeStrays(folder);
  const keys = await MeetingKeys.open<CryptoKey>({
    files: keyFilesIn(folder),
    sealer,
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    toKey: (raw) =>
      crypto.subtle.importKey('raw', raw as Uint8Array<ArrayBuffer>, 'AES-GCM', false, [
        'encrypt',
        'decrypt',
      ]),
  });
  return new OpfsDisk(folder, keys);
}

class OpfsDisk implements BlobDisk {
  readonly #folder: FileSystemDirectoryHandle;
  readonly #keys: MeetingKeys<CryptoKey>;
  /** Open files by path, the one used last at the end. */
  readonly #open = new Map<string, OpenFile>();
  readonly #opening = new Map<string, Promise<OpenFile>>();

  constructor(folder: FileSystemDirectoryHandle, keys: MeetingKeys<CryptoKey>) {
    this.#folder = folder;
    this.#keys = keys;
  }

  async list(): Promise<readonly StoredBlob[]> {
    const meetings = await meetingsIn(this.#folder);
    return (await Promise.all(meetings.map((meetingId) => this.#blobsOf(meetingId)))).flat();
  }

  async readChunk(place: BlobPlace, index: number, length: number): Promise<Uint8Array | null> {
    const key = await this.#keys.toOpen(place.meetingId);
    if (key === null) return null;
    const sealed = new Uint8Array(sealedLength(length));
    const file = await this.#file(place);
    if (file.read(sealed, { at: sealedOffset(index) }) < sealed.length) return null;
    const iv = sealed.subarray(0, chunkIvBytes);
    try {
      const body = sealed.subarray(chunkIvBytes);
      return new Uint8Array(await crypto.subtle.decrypt(algorithm(place, index, iv), key, body));
    } catch {
      return null;
    }
  }

  async writeChunk(place: BlobPlace, index: number, bytes: Uint8Array): Promise<void> {
    await orDiskFull(async () => {
      const key = await this.#keys.toSeal(place.meetingId);
      const iv = crypto.getRandomValues(new Uint8Array(chunkIvBytes));
      const clear = bytes as Uint8Array<ArrayBuffer>;
      // The file is opened meanwhile.
      const [sealed] = await Promise.all([
        crypto.subtle.encrypt(algorithm(place, index, iv), key, clear),
        this.#file(place),
      ]);
      const file = await this.#file(place);
      const at = sealedOffset(index);
      const body = new Uint8Array(sealed);
      const written = file.write(iv, { at }) + file.write(body, { at: at + iv.length });
      if (written < iv.length + body.length) throw new DiskFull('the browser wrote less than a chunk');
    });
  }

  async markHeld(place: BlobPlace, held: boolean): Promise<void> {
    if (this.#keys.recalled.includes(place.meetingId)) throw new MeetingRecalled(place.meetingId);
    const folder = await this.#folderOf(place.meetingId);
    const mark = place.sha256 + heldMark;
    if (!held) return await removeIfThere(folder, mark);
    await orDiskFull(async () => {
      await this.#keys.kept(place.meetingId);
      const [handle, size] = await Promise.all([
        folder.getFileHandle(mark, { create: true }),
        this.#flush(place),
      ]);
      // Not flushed: a mark that a power cut takes away costs hashing the blob once more.
      await replace(handle, new TextEncoder().encode(String(size)));
    });
  }

  async remove(place: BlobPlace): Promise<void> {
    await this.#closeFile(pathOf(place));
    const folder = await this.#folderOf(place.meetingId);
    // The mark first: at no moment may it stand beside a blob that is not whole.
    await removeIfThere(folder, place.sha256 + heldMark);
    await removeIfThere(folder, place.sha256);
  }

  async recalled(): Promise<readonly MeetingId[]> {
    return await Promise.resolve(this.#keys.recalled);
  }

  async destroyKey(meetingId: MeetingId): Promise<void> {
    await orDiskFull(() => this.#keys.destroy(meetingId));
  }

  async removeMeeting(meetingId: MeetingId): Promise<void> {
    const own = `${meetingId}|`;
    const paths = [...this.#open.keys(), ...this.#opening.keys()].filter((path) => path.startsWith(own));
    await Promise.all(paths.map((path) => this.#closeFile(path)));
    const folder = await this.#folderOf(meetingId);
    const names = (await namesIn(folder)).filter((name) => name !== keyFileName);
    await Promise.all(names.map((name) => removeIfThere(folder, name)));
  }

  async #blobsOf(meetingId: MeetingId): Promise<readonly StoredBlob[]> {
    const files = new Map<string, File>();
    for await (const [name, entry] of (await this.#folderOf(meetingId)).entries()) {
      if (entry.kind === 'file') files.set(name, await entry.getFile());
    }
    const blobs = [...files].flatMap(([name, file]) => {
      const sha256 = sha256Schema.safeParse(name).data;
      return sha256 === undefined
        ? []
        : [{ sha256, storedBytes: file.size, mark: files.get(name + heldMark) }];
    });
    return await Promise.all(
      blobs.map(async ({ sha256, storedBytes, mark }) => {
        const held = mark !== undefined && (await mark.text()) === String(storedBytes);
        return { meetingId, sha256, storedBytes, held };
      }),
    );
  }

  /** Makes a blob durable; gives the length of its file. */
  async #flush(place: BlobPlace): Promise<number> {
    const file = await this.#file(place);
    file.flush();
    return file.getSize();
  }

  #folderOf(meetingId: MeetingId): Promise<FileSystemDirectoryHandle> {
    return this.#folder.getDirectoryHandle(folderOf(meetingId), { create: true });
  }

  /** The open file of a blob. To be used before the next `await`: it may be closed in favour of another then. */
  async #file(place: BlobPlace): Promise<OpenFile> {
    const path = pathOf(place);
    const open = this.#open.get(path);
    if (open !== undefined) {
      this.#open.delete(path);
      this.#open.set(path, open);
      return open;
    }
    const opening = this.#opening.get(path) ?? this.#openFile(place, path);
    this.#opening.set(path, opening);
    try {
      return await opening;
    } finally {
      this.#opening.delete(path);
    }
  }

  async #openFile({ meetingId, sha256 }: BlobPlace, path: string): Promise<OpenFile> {
    const folder = await this.#folderOf(meetingId);
    const file = await openForWriting(await folder.getFileHandle(sha256, { create: true }));
    this.#open.set(path, file);
    for (const [name, other] of [...this.#open].slice(0, Math.max(0, this.#open.size - openFiles))) {
      other.close();
      this.#open.delete(name);
    }
    return file;
  }

  async #closeFile(path: string): Promise<void> {
    await this.#opening.get(path);
    this.#open.get(path)?.close();
    this.#open.delete(path);
  }
}

function keyFilesIn(folder: FileSystemDirectoryHandle): KeyFiles {
  return {
    list: () => meetingsIn(folder),
    async read(meetingId) {
      try {
        const own = await folder.getDirectoryHandle(folderOf(meetingId));
        const file = await (await own.getFileHandle(keyFileName)).getFile();
        return new Uint8Array(await file.arrayBuffer());
      } catch (reason) {
        if (isNotFound(reason)) return null;
        throw reason;
      }
    },
    async write(meetingId, bytes) {
      const own = await folder.getDirectoryHandle(folderOf(meetingId), { create: true });
      // In place: a new file would leave the old bytes somewhere on the disk.
      await replace(await own.getFileHandle(keyFileName, { create: true }), bytes, (file) => file.flush());
    },
  };
}

/** Overwrites a small file where it lies. */
async function replace(
  handle: FileSystemFileHandle,
  bytes: Uint8Array,
  finish: (file: OpenFile) => void = () => undefined,
): Promise<void> {
  const file = await openForWriting(handle);
  try {
    const written = file.write(bytes as Uint8Array<ArrayBuffer>, { at: 0 });
    if (written < bytes.length) throw new DiskFull('the browser wrote less than it was given');
    file.truncate(bytes.length);
    finish(file);
  } finally {
    file.close();
  }
}

async function meetingsIn(folder: FileSystemDirectoryHandle): Promise<readonly MeetingId[]> {
  return (await namesIn(folder)).flatMap((name) => meetingOf(name) ?? []);
}

/** What lies beside the meetings' folders belongs to none: nothing opens it. */
async function removeStrays(folder: FileSystemDirectoryHandle): Promise<void> {
  const strays: string[] = [];
  for await (const [name, entry] of folder.entries()) if (entry.kind === 'file') strays.push(name);
  await Promise.all(strays.map((name) => removeIfThere(folder, name)));
}

async function namesIn(folder: FileSystemDirectoryHandle): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  return names;
}

async function removeIfThere(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  try {
    await folder.removeEntry(name);
  } catch (reason) {
    if (!isNotFound(reason)) throw reason;
  }
}

/** TypeScript's DOM does not know what workers alone may do. */
function openForWriting(handle: FileSystemFileHandle): Promise<OpenFile> {
  return (handle as OpenableFile).createSyncAccessHandle();
}

async function orDiskFull(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (reason) {
    const isFull = reason instanceof DOMException && reason.name === 'QuotaExceededError';
    throw isFull ? new DiskFull('the browser has no room', { cause: reason }) : reason;
  }
}

function pathOf({ meetingId, sha256 }: BlobPlace): string {
  return `${meetingId}|${sha256}`;
}

function algorithm({ sha256 }: BlobPlace, index: number, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(chunkName(sha256, index)) };
}

function isNotFound(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'NotFoundError';
}
