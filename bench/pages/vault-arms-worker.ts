import { openOpfsDisk } from '../../src/renderer/bridge/browser/vault/opfs-disk.ts';
import { meetingId, sha256 as sha256Schema } from '../../src/shared/records/ids.ts';
import { writesAtOnce } from '../../src/shared/vault/chunk-source.ts';
import { chunkBytes, chunkCount, chunkLength } from '../../src/shared/vault/chunks.ts';
import type { BlobDisk } from '../../src/shared/vault/vault-ports.ts';
import type { StoreArm, StoreSpeed } from './measures.ts';

/** In the worker, as the vault lives in one: a blob is written in order and read in order, 256 KiB wanted at a time. */

/** The best of 64 KiB to 4 MiB for IndexedDB, with so many in one transaction. */
const recordBytes = 1024 * 1024;
const recordsAtOnce = 4;

type Arms = Readonly<Record<StoreArm, (content: Uint8Array<ArrayBuffer>) => Promise<StoreSpeed>>>;

/** A file that only workers may open so; TypeScript's DOM does not know it. */
interface OpenFile {
  read(into: Uint8Array, options: { readonly at: number }): number;
  write(from: Uint8Array, options: { readonly at: number }): number;
  flush(): void;
  close(): void;
}

const sha256 = sha256Schema.parse('a'.repeat(64));
const place = { meetingId: meetingId.parse('m1'), sha256 };
/** A paper of the same meeting that is held already. */
const earlier = { ...place, sha256: sha256Schema.parse('b'.repeat(64)) };

const arms: Arms = {
  async vault(content) {
    const disk = await openOpfsDisk('vault-bench', await deviceSealer());
    // The key of the meeting is made with its first paper, as IndexedDB is given a key and a database that are there.
    await writeVault(disk, earlier, content.subarray(0, chunkBytes));
    await disk.markHeld(earlier, true);
    const taken = await timed(() => writeVault(disk, place, content));
    const flushed = await timed(() => disk.markHeld(place, true));
    const read = await timed(() => readVault(disk, content.length));
    for (const one of [place, earlier]) await disk.remove(one);
    return { taken, write: taken + flushed, read };
  },
  async 'plain-opfs'(content) {
    const root = await navigator.storage.getDirectory();
    const handle = await root.getFileHandle('plain-bench', { create: true });
    const file = await (
      handle as FileSystemFileHandle & { createSyncAccessHandle(): Promise<OpenFile> }
    ).createSyncAccessHandle();
    const write = await timed(async () => {
      for (const [at, chunk] of piecesOf(content, chunkBytes)) file.write(chunk, { at });
      file.flush();
      await Promise.resolve();
    });
    const read = await timed(async () => {
      for (const [at, chunk] of piecesOf(content, chunkBytes))
        file.read(new Uint8Array(chunk.length), { at });
      await Promise.resolve();
    });
    file.close();
    await root.removeEntry('plain-bench');
    return { taken: write, write, read };
  },
  'indexed-db': (content) => indexedDbSpeed(content, 'relaxed'),
  'indexed-db-strict': (content) => indexedDbSpeed(content, 'strict'),
};

/** `durability` as IndexedDB calls it: what has been written is safe from a power cut (`strict`), or soon will be. */
async function indexedDbSpeed(
  content: Uint8Array<ArrayBuffer>,
  durability: IDBTransactionDurability,
): Promise<StoreSpeed> {
  const key = await newKey();
  const database = await openDatabase();
  const write = await timed(() => writeRecords({ database, durability }, key, content));
  const read = await timed(() => readRecords(database, key, content.length));
  database.close();
  await answered(indexedDB.deleteDatabase('vault-bench'));
  return { taken: write, write, read };
}

/** As the vault does it: some chunks are on their way to the disk while the next is taken. */
async function writeVault(disk: BlobDisk, into: typeof place, content: Uint8Array): Promise<void> {
  const writing: Promise<void>[] = [];
  for (let index = 0; index < chunkCount(content.length); index += 1) {
    const at = index * chunkBytes;
    writing.push(disk.writeChunk(into, index, content.slice(at, at + chunkBytes)));
    // oxlint-disable-next-line no-await-in-loop
    if (writing.length >= writesAtOnce) await writing.shift();
  }
  await Promise.all(writing);
}

/** Four chunks at a time, which the vault opens together: as much as a record of IndexedDB. */
async function readVault(disk: BlobDisk, bytes: number): Promise<void> {
  const together = recordBytes / chunkBytes;
  for (let from = 0; from < chunkCount(bytes); from += together) {
    const some = Array.from({ length: Math.min(together, chunkCount(bytes) - from) }, (_, at) => from + at);
    // oxlint-disable-next-line no-await-in-loop
    const chunks = await Promise.all(
      some.map((index) => disk.readChunk(place, index, chunkLength(bytes, index))),
    );
    if (chunks.includes(null)) throw new Error('a chunk does not open');
  }
}

/** As one would do it well: large records, several to a transaction, sealed while the one before is on its way. */
async function writeRecords(
  store: RecordStore,
  key: CryptoKey,
  content: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const pieces = [...piecesOf(content, recordBytes)];
  let last: Promise<unknown> = Promise.resolve();
  for (let from = 0; from < pieces.length; from += recordsAtOnce) {
    const some = pieces.slice(from, from + recordsAtOnce);
    // oxlint-disable-next-line no-await-in-loop
    const sealed = await Promise.all(some.map(([, piece], at) => seal(key, from + at, piece)));
    // oxlint-disable-next-line no-await-in-loop
    await last;
    last = put(store, from, sealed);
  }
  await last;
}

interface RecordStore {
  readonly database: IDBDatabase;
  readonly durability: IDBTransactionDurability;
}

function put({ database, durability }: RecordStore, from: number, sealed: readonly Sealed[]): Promise<void> {
  const transaction = database.transaction('chunks', 'readwrite', { durability });
  for (const [at, record] of sealed.entries()) transaction.objectStore('chunks').put(record, from + at);
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error ?? new Error('IndexedDB refuses'));
  });
}

/** One record is opened while the next is fetched. */
async function readRecords(database: IDBDatabase, key: CryptoKey, bytes: number): Promise<void> {
  const ask = (index: number): Promise<Sealed> =>
    answered(database.transaction('chunks').objectStore('chunks').get(index) as IDBRequest<Sealed>);
  const count = Math.ceil(bytes / recordBytes);
  let asked = ask(0);
  for (let index = 0; index < count; index += 1) {
    // oxlint-disable-next-line no-await-in-loop
    const { iv, body } = await asked;
    if (index + 1 < count) asked = ask(index + 1);
    const additionalData = nameOf(index);
    // oxlint-disable-next-line no-await-in-loop
    await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, body);
  }
}

interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly body: ArrayBuffer;
}

async function seal(key: CryptoKey, index: number, piece: Uint8Array<ArrayBuffer>): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = nameOf(index);
  return { iv, body: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, piece) };
}

function nameOf(index: number): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${sha256}|${index}`);
}

function* piecesOf(
  content: Uint8Array<ArrayBuffer>,
  size: number,
): Generator<[number, Uint8Array<ArrayBuffer>]> {
  for (let at = 0; at < content.length; at += size) yield [at, content.slice(at, at + size)];
}

function newKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

async function deviceSealer() {
  const key = await newKey();
  return {
    async seal(_name: string, clear: Uint8Array): Promise<Uint8Array> {
      const { iv, body } = await seal(key, 0, clear.slice());
      const sealed = new Uint8Array(iv.length + body.byteLength);
      sealed.set(iv);
      sealed.set(new Uint8Array(body), iv.length);
      return sealed;
    },
    open: () => Promise.resolve(null),
  };
}

async function openDatabase(): Promise<IDBDatabase> {
  const opening = indexedDB.open('vault-bench', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('chunks');
  return await answered(opening);
}

function answered<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB refuses'));
  });
}

async function timed(run: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
}

self.addEventListener(
  'message',
  ({ data }: MessageEvent<{ readonly arm: StoreArm; readonly bytes: number }>) => {
    const content = new Uint8Array(data.bytes);
    for (let at = 0; at < content.length; at += 65_536)
      crypto.getRandomValues(content.subarray(at, at + 65_536));
    arms[data.arm](content).then(
      (speed) => self.postMessage({ speed }),
      (reason: unknown) => self.postMessage({ failure: String(reason) }),
    );
  },
);
