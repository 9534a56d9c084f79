import { DatabaseSync } from 'node:sqlite';
import { must } from '../../shared/std/must.ts';

/** The tables of a terminal's database. */
export const tables = ['value', 'outbox'] as const;
export type Table = (typeof tables)[number];

/**
 * What a terminal keeps besides records and documents: sealed values and sealed commands. Every change is durable
 * when its function returns; when the disk refuses it throws with nothing changed.
 */
export interface TerminalDatabase {
  get(table: Table, name: string): Uint8Array | null;
  all(table: Table): readonly { readonly name: string; readonly sealed: Uint8Array }[];
  put(table: Table, name: string, sealed: Uint8Array): void;
  /** All or none. */
  remove(table: Table, names: readonly string[]): void;
  /** False when SQLite finds the file damaged; reads all of it. */
  isSound(): boolean;
  close(): void;
}

/**
 * Opens (or makes) the SQLite file. WAL with `synchronous=FULL`, because a commit has to survive a power cut and
 * NORMAL loses the last ones; exclusively, because a terminal is one process.
 */
export function openTerminalDatabase(file: string): TerminalDatabase {
  const database = new DatabaseSync(file, { timeout: 2000 });
  try {
    settle(database);
    return tablesOf(database);
  } catch (reason) {
    database.close();
    throw reason;
  }
}

function settle(database: DatabaseSync): void {
  database.exec('PRAGMA locking_mode = EXCLUSIVE');
  must(firstValue(database, 'PRAGMA journal_mode = WAL') === 'wal', 'SQLite has no write-ahead log here');
  database.exec('PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON');
  must(firstValue(database, 'PRAGMA synchronous') === 2, 'SQLite did not accept synchronous=FULL');
  database.exec(`
    CREATE TABLE IF NOT EXISTS value (name TEXT PRIMARY KEY, sealed BLOB NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS outbox (name TEXT PRIMARY KEY, sealed BLOB NOT NULL) STRICT;
  `);
}

function firstValue(database: DatabaseSync, sql: string): unknown {
  return Object.values(database.prepare(sql).get() ?? {})[0];
}

function tablesOf(database: DatabaseSync): TerminalDatabase {
  return {
    get(table, name) {
      const row = database.prepare(`SELECT sealed FROM ${table} WHERE name = ?`).get(name);
      return row === undefined ? null : bytesOf(row['sealed']);
    },
    all: (table) =>
      database
        .prepare(`SELECT name, sealed FROM ${table}`)
        .all()
        .map(({ name, sealed }) => ({ name: String(name), sealed: bytesOf(sealed) })),
    put: (table, name, sealed) =>
      void database.prepare(`INSERT OR REPLACE INTO ${table} VALUES (?, ?)`).run(name, sealed),
    remove(table, names) {
      const statement = database.prepare(`DELETE FROM ${table} WHERE name = ?`);
      database.exec('BEGIN IMMEDIATE');
      try {
        for (const name of names) statement.run(name);
        database.exec('COMMIT');
      } catch (reason) {
        if (database.isTransaction) database.exec('ROLLBACK');
        throw reason;
      }
    },
    isSound: () => firstValue(database, 'PRAGMA quick_check(1)') === 'ok',
    close: () => database.close(),
  };
}

function bytesOf(value: unknown): Uint8Array {
  must(value instanceof Uint8Array, 'a sealed value is a blob');
  return value;
}
