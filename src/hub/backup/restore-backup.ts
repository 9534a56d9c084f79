import { constants, existsSync } from 'node:fs';
import { access, mkdir, readdir, rename, rm, rmdir, statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { RoomId } from '../../shared/records/ids.ts';
import { Fault } from '../../shared/std/must.ts';
import { syncFolderLater } from '../store/durable-file.ts';
import { openStore } from '../store/open-store.ts';
import { StoreRefusal } from '../store/store-refusal.ts';
import { objectName, type BackupContents } from './backup-contents.ts';
import { BackupRefused, onDataDisk, onDisk } from './backup-refusal.ts';
import { contentsOf, objectFile, partFile, setOfBackup } from './backup-set.ts';
import { checkBackup } from './check-backup.ts';
import { restoringFolder } from './data-folder.ts';
import type { OnProgress } from './make-backup.ts';
import { keysOfRecoveryKey, type RecoveryKeys } from './recovery-keys.ts';
import { openSealedFile, type OnBytes } from './sealed-file.ts';
import type { PlatformKey } from '../store/platform-key.ts';

export interface RestoreOptions {
  /** The backup's own folder; see `findBackup`. */
  readonly backup: string;
  /** The 16 bytes of the recovery key. */
  readonly recoveryKey: Uint8Array;
  /** The new data folder: not there yet, or empty. */
  readonly data: string;
  /** Goes on without documents that are missing or damaged. */
  readonly withoutDamagedDocuments: boolean;
  now(): number;
}

/** What has been restored. */
export interface RestoreFacts {
  readonly roomId: RoomId;
  readonly madeAt: number;
  /** The epoch of the backup, and the one that the restored room begins. */
  readonly epochBefore: number;
  readonly epoch: number;
  readonly seq: number;
  readonly documents: number;
  /** Documents that could not be restored, and those that the hub had lost before the backup. */
  readonly damaged: readonly string[];
  readonly lacking: number;
  /** Files beside the backup that are no part of it; they were not read. */
  readonly extra: readonly string[];
}

/** A backup that has been opened and checked from end to end; nothing has been written. */
export interface CheckedBackup {
  readonly contents: BackupContents;
  readonly keys: RecoveryKeys;
  readonly damaged: readonly string[];
  readonly extra: readonly string[];
}

/** Checks a backup without writing: the key, the list of contents, every byte. Throws {@link BackupRefused}. */
export async function checkForRestore(
  { backup, recoveryKey, withoutDamagedDocuments }: Omit<RestoreOptions, 'data' | 'now'>,
  onBytes?: OnBytes,
): Promise<CheckedBackup> {
  const keys = await keysOfRecoveryKey(recoveryKey);
  const outside = await contentsOf(backup, null);
  if (!outside.ok) throw new BackupRefused(outside.reason);
  if (outside.value.recipient !== keys.kept.recipient) throw new BackupRefused('backup/wrong-key');
  const contents = await contentsOf(backup, keys.kept.authKey);
  if (!contents.ok) throw new BackupRefused(contents.reason);
  const { parts, objects, extra } = await checkBackup(backup, contents.value, keys.kept.authKey, onBytes);
  if (parts.length > 0) throw new BackupRefused('backup/damaged', parts);
  if (objects.length > 0 && !withoutDamagedDocuments)
    throw new BackupRefused('backup/documents-damaged', objects);
  return { contents: contents.value, keys, damaged: objects, extra };
}

/**
 * Restores a room into a new data folder and begins a new epoch there (INV-10). Everything is checked before anything
 * is written; what is written is checked as a hub would at its start, and put in its place at the end, the log last,
 * without which no hub starts. Throws {@link BackupRefused} with the folder as it was.
 */
export async function restoreBackup(options: RestoreOptions, onProgress: OnProgress): Promise<RestoreFacts> {
  const { backup, now } = options;
  const data = resolve(options.data);
  await refuseUsedFolder(data);
  const counted = count(await totalOf(backup), onProgress);
  const checked = await checkForRestore(options, counted);
  const { contents, damaged, extra } = checked;
  const hadFolder = existsSync(data);
  const restoring = join(data, restoringFolder);
  return await onDisk(onDataDisk, async () => {
    await checkSpace(data, contents);
    try {
      await mkdir(restoring, { recursive: true, mode: 0o700 });
      await openParts(backup, restoring, checked, counted);
      const documents = await openObjects(backup, restoring, checked, counted);
      const epoch = await beginEpoch(restoring, contents, now());
      await putInPlace(restoring, data);
      const { roomId, madeAt, epoch: epochBefore, seq, lacking } = contents;
      return { roomId, madeAt, epochBefore, epoch, seq, documents, damaged, lacking, extra };
    } catch (error) {
      await rm(restoring, { recursive: true, force: true }).catch(() => undefined);
      if (!hadFolder) await rmdir(data).catch(() => undefined);
      throw error;
    }
  });
}

/** A restore that was interrupted leaves its own folder; a file system's own folder is nobody's data. */
async function refuseUsedFolder(data: string): Promise<void> {
  const found = await onDisk(onDataDisk, async () => (existsSync(data) ? await readdir(data) : []));
  if (found.some((name) => name !== restoringFolder && name !== 'lost+found'))
    throw new BackupRefused('backup/data-not-empty');
  await onDisk(onDataDisk, () => rm(join(data, restoringFolder), { recursive: true, force: true }));
}

async function totalOf(backup: string): Promise<number> {
  const contents = await contentsOf(backup, null);
  if (!contents.ok) return 0;
  return [...contents.value.parts, ...contents.value.objects].reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Each byte is read twice: to be checked, and to be opened. */
function count(bytesOnce: number, onProgress: OnProgress): OnBytes {
  const totalBytes = 2 * bytesOnce;
  let doneBytes = 0;
  return (bytes) => {
    doneBytes += bytes;
    onProgress({ doneBytes: Math.min(doneBytes, totalBytes), totalBytes });
  };
}

/** What the log's own checks and the first minutes of a hub need on top. */
const spareBytes = 64 * 1024 * 1024;

async function checkSpace(data: string, { parts, objects }: BackupContents): Promise<void> {
  let there = data;
  while (!existsSync(there)) there = dirname(there);
  await access(there, constants.W_OK);
  const needed = [...parts, ...objects].reduce((sum, { plainBytes }) => sum + plainBytes, 0);
  const { bavail, bsize } = await statfs(there);
  if (bavail * bsize < needed + spareBytes) throw new BackupRefused('backup/no-space-to-restore');
}

async function openParts(
  backup: string,
  restoring: string,
  { contents, keys }: CheckedBackup,
  counted: OnBytes,
): Promise<void> {
  for (const [at, { place }] of contents.parts.entries()) {
    const target = join(restoring, place);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await openFile(partFile(backup, at), target, keys.identity, counted);
  }
}

/** A document is named by its hash once it has been opened: nothing else says what it is. */
async function openObjects(
  backup: string,
  restoring: string,
  { contents, keys, damaged }: CheckedBackup,
  counted: OnBytes,
): Promise<number> {
  const set = setOfBackup(backup);
  const shelves = join(restoring, 'blobs');
  await mkdir(shelves, { recursive: true, mode: 0o700 });
  let opened = 0;
  for (const { name } of contents.objects) {
    const file = objectFile(set, name);
    if (damaged.includes(file.slice(set.length + 1))) continue;
    const draft = join(shelves, name);
    const { sha256 } = await openFile(file, draft, keys.identity, counted);
    if (objectName(sha256, keys.kept.authKey) !== name) throw new BackupRefused('backup/damaged', [file]);
    const shelf = join(shelves, sha256.slice(0, 2));
    await mkdir(shelf, { recursive: true, mode: 0o700 });
    await rename(draft, join(shelf, sha256));
    await syncFolderLater(shelf);
    opened += 1;
  }
  await syncFolderLater(shelves);
  return opened;
}

async function openFile(
  source: string,
  target: string,
  identity: PlatformKey,
  counted: OnBytes,
): Promise<{ readonly sha256: string }> {
  try {
    return await openSealedFile(source, target, identity, counted);
  } catch (error) {
    const isOfDisk = error instanceof Error && 'code' in error;
    throw isOfDisk ? error : new BackupRefused('backup/damaged', [source], { cause: error });
  }
}

/**
 * Opens what has been written as a hub would, which checks all of it, and raises the epoch. The new one is at least the
 * number of seconds since 2020, so that of two hubs restored from one backup the later is in force; where the clock is
 * wrong it is the next one.
 */
async function beginEpoch(restoring: string, contents: BackupContents, now: number): Promise<number> {
  const seconds = Math.floor((now - Date.UTC(2020, 0, 1)) / 1000);
  try {
    const store = openStore(restoring, { now: () => now, newRoomId: notANewRoom, newRoomCode: notANewRoom });
    try {
      if (store.roomId !== contents.roomId) throw new BackupRefused('backup/damaged', ['log.sqlite']);
      return store.raiseEpoch(seconds);
    } finally {
      store.close();
    }
  } catch (error) {
    if (!(error instanceof StoreRefusal)) throw error;
    // SQLite says of a full disk only that it cannot open what it has to make.
    const { bavail, ffree, files } = await statfs(restoring);
    const isFull = bavail === 0 || (files > 0 && ffree === 0);
    throw new BackupRefused(isFull ? 'backup/no-space-to-restore' : 'backup/damaged', [], { cause: error });
  }
}

function notANewRoom(): never {
  throw new Fault('a restored room has its log and its credentials');
}

/** The log comes last: a folder with everything but the log is refused by every hub. */
async function putInPlace(restoring: string, data: string): Promise<void> {
  const log = 'log.sqlite';
  for (const name of await readdir(restoring))
    if (name !== log) await rename(join(restoring, name), join(data, name));
  await syncFolderLater(data);
  await rename(join(restoring, log), join(data, log));
  await rmdir(restoring);
  await syncFolderLater(data);
  await syncFolderLater(dirname(data));
}
