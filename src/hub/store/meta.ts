import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { genesisHash } from '../room/log-entry.ts';
import { moment, roomId, type RoomId } from '../../shared/records/ids.ts';
import type { Head } from './check-log.ts';
import { pragma } from './open-database.ts';

/** What the store knows of itself: which room, which epoch, since when, and an entry known to be in the log. */
export const meta = z.strictObject({
  roomId,
  epoch: z.number().int().positive(),
  createdAt: moment,
  /** The end of the log at the last start or clean stop. The log can only have grown since. */
  knownSeq: z.number().int().nonnegative(),
  knownHash: z.string().length(64),
});
export type Meta = z.infer<typeof meta>;

/** The layout of the tables below; a store of a higher one is refused. */
export const schemaVersion = 1;

/** Marks a SQLite file as a log of this product: "NSlg". */
export const applicationId = 0x4e536c67;

const metaTable = `
  CREATE TABLE meta (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    roomId TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    createdAt INTEGER NOT NULL,
    knownSeq INTEGER NOT NULL,
    knownHash TEXT NOT NULL
  ) STRICT`;

/** Lays out a new store in an empty database, together with the statements in `tables`. */
export function createMeta(database: DatabaseSync, tables: string, room: RoomId, createdAt: number): void {
  database.exec(`BEGIN IMMEDIATE; ${metaTable}; ${tables};`);
  database.prepare('INSERT INTO meta VALUES (1, ?, 1, ?, 0, ?)').run(room, createdAt, genesisHash);
  database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}; COMMIT`);
}

/** The layout's number in a database of this product; null when the file is something else. */
export function schemaVersionOf(database: DatabaseSync): number | null {
  return pragma(database, 'application_id') === applicationId
    ? Number(pragma(database, 'user_version'))
    : null;
}

/** Reads the one row; null when it is missing or malformed. */
export function readMeta(database: DatabaseSync): Meta | null {
  const row = database.prepare('SELECT roomId, epoch, createdAt, knownSeq, knownHash FROM meta').get();
  const parsed = meta.safeParse({ ...row });
  return parsed.success ? parsed.data : null;
}

/** Remembers the end of the log, so that a tail that is cut off later is noticed. */
export function writeKnownHead(database: DatabaseSync, head: Head): void {
  database.prepare('UPDATE meta SET knownSeq = ?, knownHash = ?').run(head.seq, head.hash);
}

export function writeEpoch(database: DatabaseSync, epoch: number): void {
  database.prepare('UPDATE meta SET epoch = ?').run(epoch);
}
