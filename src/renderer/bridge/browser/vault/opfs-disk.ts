import { sha256 as sha256Schema, type Sha256 } from '../../../../shared/records/ids.ts';
import { chunkIvBytes, chunkName, sealedLength, sealedOffset } from '../../../../shared/vault/chunks.ts';
import { DiskFull, type BlobDisk, type StoredBlob } from '../../../../shared/vault/vault-ports.ts';

/** A file open for reading and writing without waiting; the browser offers it to dedicated workers alone. */
interface OpenFile {
  read(into: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
  write(from: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
  flush(): void;
  close(): void;
}

interface OpenableFile extends FileSystemFileHandle {
  createSyncAccessHandle(): Promise<OpenFile>;
}

/** Behind the name of a blob: an empty file beside it that says "whole, and its hash was right". */
const heldMark = '.held';

/** So many files stay open; opening one takes longer than reading a chunk. */
const openFiles = 8;

/**
 * The disk of a vault in the browser's private file system: one file per blob, of AES-GCM sealed chunks. To be used in
 * a dedicated worker, and by one worker at a time: its files are open exclusively.
 */
export async function openOpfsDisk(folderName: string, key: CryptoKey): Promise<BlobDisk> {
  const root = await navigator.storage.getDirectory();
  return new OpfsDisk(await root.getDirectoryHandle(folderName, { create: true }), key);
}

class OpfsDisk implements BlobDisk {
  readonly #folder: FileSystemDirectoryHandle;
  readonly #key: CryptoKey;
  /** Open files, the one used last at the end. */
  readonly #open = new Map<Sha256, OpenFile>();
  readonly #opening = new Map<Sha256, Promise<OpenFile>>();

  constructor(folder: FileSystemDirectoryHandle, key: CryptoKey) {
    this.#folder = folder;
    this.#key = key;
  }

  async list(): Promise<readonly StoredBlob[]> {
    const sizes = new Map<string, number>();
    for await (const [name, entry] of this.#folder.entries()) {
      if (entry.kind === 'file') sizes.set(name, (await entry.getFile()).size);
    }
    return [...sizes].flatMap(([name, storedBytes]) => {
      const sha256 = sha256Schema.safeParse(name);
      return sha256.success ? [{ sha256: sha256.data, storedBytes, held: sizes.has(name + heldMark) }] : [];
    });
  }

  async readChunk(sha256: Sha256, index: number, length: number): Promise<Uint8Array | null> {
    const sealed = new Uint8Array(sealedLength(length));
    const file = await this.#file(sha256);
    if (file.read(sealed, { at: sealedOffset(index) }) < sealed.length) return null;
    const iv = sealed.subarray(0, chunkIvBytes);
    try {
      const clear = await crypto.subtle.decrypt(
        this.#algorithm(sha256, index, iv),
        this.#key,
        sealed.subarray(chunkIvBytes),
      );
      return new Uint8Array(clear);
    } catch {
      return null;
    }
  }

  async writeChunk(sha256: Sha256, index: number, bytes: Uint8Array): Promise<void> {
    const iv = crypto.getRandomValues(new Uint8Array(chunkIvBytes));
    const body = await crypto.subtle.encrypt(
      this.#algorithm(sha256, index, iv),
      this.#key,
      bytes as Uint8Array<ArrayBuffer>,
    );
    const sealed = new Uint8Array(chunkIvBytes + body.byteLength);
    sealed.set(iv);
    sealed.set(new Uint8Array(body), chunkIvBytes);
    const file = await this.#file(sha256);
    try {
      const written = file.write(sealed, { at: sealedOffset(index) });
      if (written < sealed.length) throw new DiskFull('the browser wrote less than a chunk');
    } catch (reason) {
      throw isFull(reason) ? new DiskFull('the browser has no room', { cause: reason }) : reason;
    }
  }

  async markHeld(sha256: Sha256, held: boolean): Promise<void> {
    if (!held) return await this.#delete(sha256 + heldMark);
    (await this.#file(sha256)).flush();
    await this.#folder.getFileHandle(sha256 + heldMark, { create: true });
  }

  async remove(sha256: Sha256): Promise<void> {
    await this.#opening.get(sha256);
    this.#open.get(sha256)?.close();
    this.#open.delete(sha256);
    await this.#delete(sha256 + heldMark);
    await this.#delete(sha256);
  }

  /** The open file of a blob. To be used before the next `await`: it may be closed in favour of another then. */
  async #file(sha256: Sha256): Promise<OpenFile> {
    const open = this.#open.get(sha256);
    if (open !== undefined) {
      this.#open.delete(sha256);
      this.#open.set(sha256, open);
      return open;
    }
    const opening = this.#opening.get(sha256) ?? this.#openFile(sha256);
    this.#opening.set(sha256, opening);
    try {
      return await opening;
    } finally {
      this.#opening.delete(sha256);
    }
  }

  async #openFile(sha256: Sha256): Promise<OpenFile> {
    const entry = (await this.#folder.getFileHandle(sha256, { create: true })) as OpenableFile;
    const file = await entry.createSyncAccessHandle();
    this.#open.set(sha256, file);
    for (const [name, other] of [...this.#open].slice(0, Math.max(0, this.#open.size - openFiles))) {
      other.close();
      this.#open.delete(name);
    }
    return file;
  }

  async #delete(name: string): Promise<void> {
    try {
      await this.#folder.removeEntry(name);
    } catch (reason) {
      if (!(reason instanceof DOMException) || reason.name !== 'NotFoundError') throw reason;
    }
  }

  #algorithm(sha256: Sha256, index: number, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
    return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(chunkName(sha256, index)) };
  }
}

function isFull(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'QuotaExceededError';
}
