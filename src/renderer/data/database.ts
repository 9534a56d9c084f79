import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import {
  createRxDatabase,
  type RxCollection,
  type RxDatabase,
  type RxJsonSchema,
  type RxStorage,
} from 'rxdb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { must } from '../../shared/std/must.ts';
import { encryptingStorage } from './encrypting-storage.ts';
import { createRecordCipher } from './record-cipher.ts';
import { rememberingStorage } from './remembering-storage.ts';

/**
 * A record as RxDB keeps it. All kinds live in one collection, because one room's records keep one order and have
 * one checkpoint; the kind is the beginning of the key.
 */
export interface RecordDocument {
  readonly key: string;
  readonly seq: number;
  /** Counts the full pulls of this terminal: a document of a former one is removed when the next is complete. */
  readonly generation: number;
  readonly body: unknown;
}

export type RecordCollection = RxCollection<RecordDocument>;

/** The query of all that is held, in the order of the keys; whoever asks for it shares it with those who watch it. */
export const recordsOf = (collection: RecordCollection) => collection.find({ sort: [{ key: 'asc' }] });

/** An open database with its one collection. */
export interface RecordDatabase {
  readonly name: string;
  readonly collection: RecordCollection;
  /** False when this terminal's disk refuses and the records are in memory alone. */
  readonly kept: boolean;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Names the databases of this terminal: one per surface and seat. */
  readonly name: string;
  /** 32 bytes that seal what is on disk. */
  readonly key: Uint8Array;
  readonly fillRandom: (bytes: Uint8Array) => void;
  /** Told once, of the first write that fails; nothing is written after it. The database should then be closed. */
  onFailure(reason: unknown): void;
}

const schema: RxJsonSchema<RecordDocument> = {
  version: 0,
  primaryKey: 'key',
  type: 'object',
  properties: {
    key: { type: 'string', maxLength: 160 },
    seq: { type: 'number' },
    generation: { type: 'number' },
    body: {},
  },
  required: ['key'],
};

/**
 * Opens the records that this terminal holds. What cannot be read (another key, a corrupted disk, another version)
 * is deleted and begun anew, since the hub can give all of it again; where the disk refuses altogether, the records
 * are held in memory. Rejects only for a fault.
 */
export async function openRecords(options: DatabaseOptions): Promise<RecordDatabase> {
  try {
    return await openOnDisk(options);
  } catch {
    try {
      await deleteRecords(options.name);
      return await openOnDisk(options);
    } catch {
      return await openInMemory(options);
    }
  }
}

/** Opens records in memory, for a terminal whose disk has failed. */
export async function openInMemory(options: DatabaseOptions): Promise<RecordDatabase> {
  return await open(
    `${options.name}-in-memory`,
    rememberingStorage(getRxStorageMemory(), options.onFailure),
    false,
  );
}

/**
 * The writes are strict, that is on disk when they are confirmed: documents and checkpoint lie in two databases of
 * IndexedDB, and after a power cut the checkpoint must not be ahead. It costs next to nothing beside the rest.
 */
async function openOnDisk(options: DatabaseOptions): Promise<RecordDatabase> {
  const disk = getRxStorageDexie({ chromeTransactionDurability: 'strict' });
  const sealed = encryptingStorage(disk, createRecordCipher(options.key, options.fillRandom));
  return await open(options.name, rememberingStorage(sealed, options.onFailure), true);
}

async function open<Internals, Options>(
  name: string,
  storage: RxStorage<Internals, Options>,
  kept: boolean,
): Promise<RecordDatabase> {
  const database: RxDatabase<{ records: RecordCollection }> = await createRxDatabase({
    name,
    storage,
    multiInstance: false,
    eventReduce: true,
    hashFunction: hashName,
  });
  try {
    const { records } = await database.addCollections({ records: { schema } });
    return { name, collection: records, kept, close: async () => void (await database.close()) };
  } catch (reason) {
    await database.close();
    throw reason;
  }
}

/** RxDB's own hash needs WebCrypto, which a page loaded without encryption from another machine does not have. */
async function hashName(name: string | ArrayBuffer | Blob): Promise<string> {
  must(typeof name === 'string', 'records have no attachments');
  return await Promise.resolve(bytesToHex(sha256(utf8ToBytes(name))));
}

/** Deletes the records on disk, which must be closed. */
export async function deleteRecords(name: string): Promise<void> {
  await deleteWhere((database) => database.startsWith(prefix(name)));
}

/** Deletes the checkpoints of former replications, which nothing reads any more. `inUse` names the present one. */
export async function deleteFormerCheckpoints(name: string, inUse: string): Promise<void> {
  await deleteWhere((database) => {
    return (
      database.startsWith(prefix(name)) && database.includes(checkpointMark) && !database.endsWith(inUse)
    );
  });
}

/** Part of the names of the databases in which RxDB keeps checkpoints, one per replication identifier. */
const checkpointMark = '--rx-replication-meta-';

function prefix(name: string): string {
  return `rxdb-dexie-${name}--`;
}

async function deleteWhere(isMeant: (database: string) => boolean): Promise<void> {
  const all = await indexedDB.databases();
  const meant = all.flatMap(({ name }) => (name !== undefined && isMeant(name) ? [name] : []));
  await Promise.all(meant.map(deleteDatabase));
}

async function deleteDatabase(name: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error(`cannot delete ${name}`));
  });
}
