import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { LogEntry } from '../room/log-entry.ts';
import type { LogPort } from '../room/ports.ts';
import { Fault, present } from '../../shared/std/must.ts';
import type { LogRow } from './check-log.ts';
import { orLogFull } from './sqlite-error.ts';

/** The table of the log; `json` is the whole entry, `hash` repeats its hash for tools. */
export const logTable = `
  CREATE TABLE log (
    seq INTEGER PRIMARY KEY,
    json TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT`;

/** A burst goes into the log so many rows to a statement, which costs less than one each. */
const rowsAtOnce = 25;

/** The room's log in an open database (see `openDatabase`) that has the {@link logTable}. */
export function createSqliteLog(database: DatabaseSync): LogPort {
  const begin = database.prepare('BEGIN IMMEDIATE');
  const insert = insertOf(database, 1);
  const insertMany = insertOf(database, rowsAtOnce);
  const commit = database.prepare('COMMIT');
  const hashOf = database.prepare('SELECT hash FROM log WHERE seq = ?');

  let last = lastSeq(database);

  const write = (entries: readonly LogEntry[], texts: readonly string[]): void => {
    let at = 0;
    for (; at + rowsAtOnce <= entries.length; at += rowsAtOnce)
      insertMany.run(...valuesOf(entries, texts, at, rowsAtOnce));
    for (; at < entries.length; at += 1) insert.run(...valuesOf(entries, texts, at, 1));
  };

  const writeAll = (entries: readonly LogEntry[], texts: readonly string[]): void => {
    begin.run();
    try {
      write(entries, texts);
      commit.run();
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  };

  return {
    append(entries, texts = entries.map((entry) => JSON.stringify(entry))) {
      if (entries.length === 0) return;
      mustFollow(last, entries);
      // A single statement is its own transaction: one entry costs one INSERT and one fsync.
      orLogFull(() => (entries.length === 1 ? write(entries, texts) : writeAll(entries, texts)));
      last += entries.length;
    },
    *read() {
      for (const row of readRows(database)) yield JSON.parse(row.json) as LogEntry;
    },
    hashAt(seq) {
      const row = hashOf.get(seq);
      return row === undefined ? null : String(row['hash']);
    },
  };
}

function mustFollow(last: number, entries: readonly LogEntry[]): void {
  for (let at = 0; at < entries.length; at += 1) {
    const { seq } = present(entries[at], 'the entry');
    if (seq !== last + 1 + at) throw new Fault(`entry ${seq} is out of order`);
  }
}

function insertOf(database: DatabaseSync, rows: number): StatementSync {
  const values = Array.from({ length: rows }, () => '(?, ?, ?)').join(', ');
  return database.prepare(`INSERT INTO log (seq, json, hash) VALUES ${values}`);
}

/** The values of `count` rows from the entry at `from`, one row after the other. */
function valuesOf(
  entries: readonly LogEntry[],
  texts: readonly string[],
  from: number,
  count: number,
): (string | number)[] {
  const values: (string | number)[] = [];
  for (let at = from; at < from + count; at += 1) {
    const { seq, hash } = present(entries[at], 'the entry');
    values.push(seq, present(texts[at], 'its text'), hash);
  }
  return values;
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
