import { DatabaseSync } from 'node:sqlite';
import { diskTroubleOf } from './disk-trouble.ts';
import { setAside } from './set-aside.ts';
import { openTerminalDatabase, tables, type Table, type TerminalDatabase } from './terminal-database.ts';

/** What was done about a damaged database. */
export interface Salvage {
  /** Where the damaged file lies now. */
  readonly aside: string;
  /** Rows that could still be read out of it and are in the new one. */
  readonly rows: number;
}

/**
 * Opens the database of a terminal. A damaged file (half-written, cut short, overwritten) is put aside, and whatever
 * rows can still be read out of it begin the new one: every row is sealed, so that none can be taken for another.
 * `onSalvaged` is told then. Throws for a disk that is full or may not be written.
 */
export function openSoundDatabase(
  file: string,
  now: number,
  onSalvaged: (salvage: Salvage) => void,
): TerminalDatabase {
  const database = openIfSound(file);
  if (database !== null) return database;
  const aside = setAside([file, `${file}-wal`, `${file}-shm`], now);
  const fresh = openTerminalDatabase(file);
  const rows = readableRows(aside);
  for (const { table, name, sealed } of rows) fresh.put(table, name, sealed);
  onSalvaged({ aside, rows: rows.length });
  return fresh;
}

function openIfSound(file: string): TerminalDatabase | null {
  let database: TerminalDatabase | null = null;
  try {
    database = openTerminalDatabase(file);
    if (database.isSound()) return database;
  } catch (reason) {
    if (diskTroubleOf(reason) !== 'shell/data-damaged') throw reason;
  }
  database?.close();
  return null;
}

interface Row {
  readonly table: Table;
  readonly name: string;
  readonly sealed: Uint8Array;
}

function readableRows(file: string): readonly Row[] {
  let damaged: DatabaseSync | null = null;
  try {
    const opened = new DatabaseSync(file, { readOnly: true });
    damaged = opened;
    return tables.flatMap((table) => rowsOf(opened, table));
  } catch {
    // No database any more, as far as SQLite can tell.
    return [];
  } finally {
    damaged?.close();
  }
}

function rowsOf(database: DatabaseSync, table: Table): readonly Row[] {
  const found: Row[] = [];
  try {
    for (const { name, sealed } of database.prepare(`SELECT name, sealed FROM ${table}`).iterate()) {
      if (typeof name === 'string' && sealed instanceof Uint8Array) found.push({ table, name, sealed });
    }
  } catch {
    // The rows before the damage are there.
  }
  return found;
}
