import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { backup, type DatabaseSync } from 'node:sqlite';
import { genesisHash } from '../room/log-entry.ts';
import { LogFull, type LogPort } from '../room/ports.ts';
import type { RoomId } from '../../shared/records/ids.ts';
import { createBlobStore, type BlobStore } from './blob-store.ts';
import { checkLog, type Head } from './check-log.ts';
import { openCredentials, type Credentials, type CredentialSources } from './credentials.ts';
import { syncFolder } from './durable-file.ts';
import { openItPassword, type ItPassword } from './it-password.ts';
import {
  createMeta,
  readMeta,
  schemaVersion,
  schemaVersionOf,
  writeEpoch,
  writeKnownHead,
  type Meta,
} from './meta.ts';
import { openDatabase, pragma, warmUp } from './open-database.ts';
import { createSqliteLog, logTable, readRows } from './sqlite-log.ts';
import { openSigningKey, type SigningKey } from './signing-key.ts';
import { orLogFull } from './sqlite-error.ts';
import { damaged, tooNew, unusable } from './store-refusal.ts';

/** Everything a hub keeps, in one data folder: `log.sqlite`, `credentials.sqlite`, `signing-key.pem`, `it-password.txt` and
 * `blobs/`. */
export interface Store {
  /** The data folder. */
  readonly folder: string;
  readonly roomId: RoomId;
  readonly epoch: number;
  readonly log: LogPort;
  readonly credentials: Credentials;
  readonly blobs: BlobStore;
  readonly signingKey: SigningKey;
  readonly itPassword: ItPassword;
  /**
   * Starts a new epoch, for a copy that takes the place of the hub it was copied from. Before the room is created. The
   * epoch is the next one, or `least` where that is higher.
   */
  raiseEpoch(least?: number): number;
  /** Copies the log as it is at one moment into a file, while it stays in use. */
  copyLogTo(file: string): Promise<void>;
  /** Writes down where the log ends and gives the folder back. */
  close(): void;
}

/** What a new store needs from outside. */
export interface StoreSources extends CredentialSources {
  now(): number;
  newRoomId(): RoomId;
}

/**
 * Opens the data folder, or creates it where there is none, and checks all of it: SQLite's own check, the version,
 * every entry of the log and the chain of hashes. Throws a `StoreRefusal` with a sentence for people.
 */
export function openStore(folder: string, sources: StoreSources): Store {
  makeFolder(folder);
  const file = join(folder, 'log.sqlite');
  if (!existsSync(file)) createLogFile(folder, file, sources);
  // SQLite would take an empty file for a new database and write to it.
  if (statSync(file).size === 0) throw damaged(file, 1, 'the file is empty');
  const database = openDatabase(file, folder);
  try {
    const { meta, head } = checkStore(database, file);
    keepKnownHead(database, head);
    warmUp(database);
    const credentials = openCredentials(join(folder, 'credentials.sqlite'), folder, sources);
    return assemble(database, meta, {
      folder,
      credentials,
      blobs: createBlobStore(join(folder, 'blobs')),
      signingKey: openSigningKey(folder),
      itPassword: openItPassword(folder),
    });
  } catch (error) {
    database.close();
    throw error;
  }
}

function assemble(
  database: DatabaseSync,
  meta: Meta,
  {
    folder,
    credentials,
    blobs,
    signingKey,
    itPassword,
  }: Pick<Store, 'folder' | 'credentials' | 'blobs' | 'signingKey' | 'itPassword'>,
): Store {
  let epoch = meta.epoch;
  return {
    folder,
    roomId: meta.roomId,
    get epoch() {
      return epoch;
    },
    log: createSqliteLog(database),
    credentials,
    blobs,
    signingKey,
    itPassword,
    raiseEpoch(least = 0) {
      const next = Math.max(epoch + 1, least);
      orLogFull(() => writeEpoch(database, next));
      epoch = next;
      return epoch;
    },
    copyLogTo: async (to) => void (await backup(database, to)),
    close() {
      keepKnownHead(database, headOf(database));
      credentials.close();
      database.close();
    },
  };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw unusable(folder, error);
  }
}

/** Makes the log under another name first: a crash on the way leaves no half-made store. */
function createLogFile(folder: string, file: string, sources: StoreSources): void {
  // The log is made before anything else, so whatever else is here belongs to a log that has been lost.
  const others = [`${file}-wal`, join(folder, 'credentials.sqlite'), join(folder, 'blobs')];
  if (others.some((path) => existsSync(path))) throw damaged(file, 1, 'the log is missing');
  const draft = `${file}.new`;
  for (const left of [draft, `${draft}-wal`, `${draft}-shm`]) rmSync(left, { force: true });
  const database = openDatabase(draft, folder);
  try {
    createMeta(database, logTable, sources.newRoomId(), sources.now());
  } catch (error) {
    throw unusable(file, error);
  } finally {
    database.close();
  }
  renameSync(draft, file);
  syncFolder(folder);
}

function checkStore(database: DatabaseSync, file: string): { readonly meta: Meta; readonly head: Head } {
  const version = inDatabase(file, () => schemaVersionOf(database));
  if (version === null || version < 1) throw damaged(file, null, 'not a store of this product');
  if (version > schemaVersion) throw tooNew(file, version, schemaVersion);
  const meta = inDatabase(file, () => readMeta(database));
  if (meta === null) throw damaged(file, null, 'its description is unreadable');
  const check = checkLog(readRows(database), meta.epoch, { seq: meta.knownSeq, hash: meta.knownHash });
  if (!check.good) throw damaged(file, check.firstBad, check.detail);
  const pages = inDatabase(file, () => pragma(database, 'integrity_check(1)'));
  if (pages !== 'ok') throw damaged(file, null, String(pages));
  return { meta, head: check.head };
}

function inDatabase<Value>(file: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw damaged(file, null, error instanceof Error ? error.message : 'unreadable', error);
  }
}

/** Best effort: on a full disk the older mark stays, and it is still true. */
function keepKnownHead(database: DatabaseSync, head: Head): void {
  try {
    orLogFull(() => writeKnownHead(database, head));
  } catch (error) {
    if (!(error instanceof LogFull)) throw error;
  }
}

function headOf(database: DatabaseSync): Head {
  const row = database.prepare('SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1').get();
  return row === undefined
    ? { seq: 0, hash: genesisHash }
    : { seq: Number(row['seq']), hash: String(row['hash']) };
}
