import { DatabaseSync } from 'node:sqlite';
import { must } from '../../shared/std/must.ts';
import { isSqlite } from './sqlite-error.ts';
import { damaged, locked, StoreRefusal, unusable } from './store-refusal.ts';

/**
 * One SQLite file with the settings on which the hub's promises stand.
 *
 * - WAL with `synchronous=FULL`: a commit returns after the fsync of the log that carries it. NORMAL would lose the
 *   last commits in a power cut.
 * - `locking_mode=EXCLUSIVE`: the first hub keeps the file to itself until it ends, so a second one is refused.
 * - The WAL is kept at about 1 MiB: a commit that overwrites a file is cheaper than one that makes it longer, so the
 *   WAL is made that long at the start and begins again after `checkpointPages`.
 */
const checkpointPages = 250;
const warmUpBytes = 1024 * 1024;

/** Opens (or creates) `file` and takes it. Throws a {@link StoreRefusal} when it is locked, damaged or not writable. */
export function openDatabase(file: string, folder: string): DatabaseSync {
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(file, { timeout: 0 });
    settle(database);
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof StoreRefusal) throw error;
    if (isSqlite(error, 'busy')) throw locked(folder, error);
    if (isSqlite(error, 'corrupt') || isSqlite(error, 'notDatabase')) {
      throw damaged(file, null, error instanceof Error ? error.message : 'unreadable', error);
    }
    throw unusable(file, error);
  }
}

function settle(database: DatabaseSync): void {
  database.exec('PRAGMA locking_mode = EXCLUSIVE');
  must(pragma(database, 'journal_mode = WAL') === 'wal', 'SQLite did not switch to a write-ahead log');
  database.exec(`
    PRAGMA synchronous = FULL;
    PRAGMA trusted_schema = OFF;
    PRAGMA temp_store = MEMORY;
    PRAGMA wal_autocheckpoint = ${checkpointPages};
  `);
  must(pragma(database, 'synchronous') === 2, 'SQLite did not accept synchronous=FULL');
  database.exec('BEGIN IMMEDIATE; COMMIT');
  must(pragma(database, 'locking_mode') === 'exclusive', 'SQLite did not take the file for itself');
}

/** The first column of the first row of a pragma. */
export function pragma(database: DatabaseSync, text: string): unknown {
  const row = database.prepare(`PRAGMA ${text}`).get();
  return row === undefined ? undefined : Object.values(row)[0];
}

/** Makes the write-ahead log as long as it will be, so that commits overwrite. Without room on the disk it is left. */
export function warmUp(database: DatabaseSync): void {
  try {
    database.exec('CREATE TABLE IF NOT EXISTS warm_up (filler BLOB) STRICT');
    database.prepare('INSERT INTO warm_up VALUES (?)').run(new Uint8Array(warmUpBytes));
    database.exec('DROP TABLE warm_up; PRAGMA wal_checkpoint(RESTART)');
  } catch (error) {
    if (!isSqlite(error, 'full')) throw error;
    if (database.isTransaction) database.exec('ROLLBACK');
    dropLeftOver(database);
  }
}

function dropLeftOver(database: DatabaseSync): void {
  try {
    database.exec('DROP TABLE IF EXISTS warm_up');
  } catch (error) {
    if (!isSqlite(error, 'full')) throw error;
  }
}
