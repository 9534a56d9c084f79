import type { DatabaseSync } from 'node:sqlite';
import type { LogEntry } from '../room/log-entry.ts';
import type { LogPort } from '../room/ports.ts';
import { must, present } from '../../shared/std/must.ts';
import type { LogRow } from './check-log.ts';
import { orLogFull } from './sqlite-error.ts';

/** The table of the log; `json` is the whole entry, `hash` repeats its hash for tools. */
export const logTable = `
  CREATE TABLE log (
    seq INTEGER PRIMARY KEY,
    json TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT`;

/** The room's log in an open database (see `openDatabase`) that has the {@link logTable}. */
export function createSqliteLog(database: DatabaseSync): LogPort {
  const begin = database.prepare('BEGIN IMMEDIATE');
  const insert = database.prepare('INSERT INTO log (seq, json, hash) VALUES (?, ?, ?)');
  const commit = database.prepare('COMMIT');

  let last = lastSeq(database);

  const write = ({ seq, hash }: LogEntry, text: string): void => void insert.run(seq, text, hash);

  const writeAll = (entries: readonly LogEntry[], texts: readonly string[]): void => {
    begin.run();
    try {
      for (const [at, entry] of entries.entries()) write(entry, present(texts[at], 'its text'));
      commit.run();
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  };

  return {
    append(entries, texts = entries.map((entry) => JSON.stringify(entry))) {
      const [first] = entries;
      if (first === undefined) return;
      for (const [at, entry] of entries.entries())
        must(entry.seq === last + 1 + at, `entry ${entry.seq} is out of order`);
      // A single statement is its own transaction: one entry costs one INSERT and one fsync.
      const one = (): void => write(first, present(texts[0], 'its text'));
      orLogFull(() => (entries.length === 1 ? one() : writeAll(entries, texts)));
      last += entries.length;
    },
    *read() {
      for (const row of readRows(database)) yield JSON.parse(row.json) as LogEntry;
    },
  };
}

function lastSeq(database: DatabaseSync): number {
  return Number(database.prepare('SELECT coalesce(max(seq), 0) AS seq FROM log').get()?.['seq']);
}

/** The stored lines in sequence. */
export function* readRows(database: DatabaseSync): Generator<LogRow> {
  for (const row of database.prepare('SELECT seq, json, hash FROM log ORDER BY seq').iterate()) {
    yield { seq: Number(row['seq']), json: String(row['json']), hash: String(row['hash']) };
  }
}
