import { DatabaseSync } from 'node:sqlite';
import { mkdir, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { checkLog, type Head } from '../store/check-log.ts';
import { readMeta, type Meta } from '../store/meta.ts';
import { pragma } from '../store/open-database.ts';
import { isSqlite } from '../store/sqlite-error.ts';
import { readRows } from '../store/sqlite-log.ts';
import { BackupRefused, onDisk } from './backup-refusal.ts';
import { databases, stagingFolder } from './data-folder.ts';

/** What copies its databases while it uses them; a `Store` does. */
export interface CopyingStore {
  copyLogTo(file: string): Promise<void>;
  readonly credentials: { copyTo(file: string): Promise<void> };
}

const onHubDisk = {
  full: 'backup/no-space-at-hub',
  readOnly: 'backup/source-damaged',
  missing: 'backup/source-damaged',
  failed: 'backup/source-damaged',
} as const;

/**
 * Copies both databases into the staging folder of the data folder, the log first: whatever a log names was there
 * before it. Refuses with `backup/no-space-at-hub`.
 */
export async function stageDatabases(data: string, store: CopyingStore): Promise<string> {
  const staging = join(data, stagingFolder);
  await onDisk(onHubDisk, async () => {
    await rm(staging, { recursive: true, force: true });
    await checkSpace(data);
    await mkdir(staging, { mode: 0o700 });
  });
  try {
    await store.copyLogTo(join(staging, 'log.sqlite'));
    await store.credentials.copyTo(join(staging, 'credentials.sqlite'));
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    const isFull = isSqlite(error, 'full');
    throw new BackupRefused(isFull ? 'backup/no-space-at-hub' : 'backup/source-damaged', [], {
      cause: error,
    });
  }
  return staging;
}

/** The meeting goes before the backup: it keeps this much to write on. */
const spareBytes = 128 * 1024 * 1024;

async function checkSpace(data: string): Promise<void> {
  const sizes = await Promise.all(databases.map(async (name) => (await stat(join(data, name))).size));
  const needed = sizes.reduce((sum, bytes) => sum + bytes, 0);
  const { bavail, bsize } = await statfs(data);
  if (bavail * bsize < needed + spareBytes) throw new BackupRefused('backup/no-space-at-hub');
}

/** What a copied log says of itself. */
export interface StagedLog extends Pick<Meta, 'roomId' | 'epoch'> {
  readonly head: Head;
}

/**
 * Checks the copies as a hub would at its start, every entry and hash: what cannot be started from is no backup. Makes
 * each a single file without a write-ahead log beside it.
 */
export function checkStaged(staging: string): StagedLog {
  const log = open(join(staging, 'log.sqlite'));
  try {
    const meta = readMeta(log);
    if (meta === null) throw new BackupRefused('backup/source-damaged', ['log.sqlite']);
    const check = checkLog(readRows(log), meta.epoch, { seq: meta.knownSeq, hash: meta.knownHash });
    if (!check.good) throw new BackupRefused('backup/source-damaged', ['log.sqlite', check.detail]);
    return { roomId: meta.roomId, epoch: meta.epoch, head: check.head };
  } finally {
    log.close();
    open(join(staging, 'credentials.sqlite')).close();
  }
}

function open(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  pragma(database, 'journal_mode = DELETE');
  if (pragma(database, 'integrity_check(1)') === 'ok') return database;
  database.close();
  throw new BackupRefused('backup/source-damaged', [file]);
}
