import { existsSync } from 'node:fs';
import { readdir, readFile, realpath } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import type { RoomId } from '../../shared/records/ids.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import { readContents, type BackupContents } from './backup-contents.ts';
import type { BackupCode } from './backup-refusal.ts';
import { keyMark } from './recovery-keys.ts';

/**
 * Where the backups of one room under one recovery key lie: a folder `nghisu-<room>-<mark of the key>` in the backup
 * folder, with `objects/` (documents, each once) and `backups/<name>/` (list of contents, log, credentials, keys).
 */
export function setFolder(folder: string, room: RoomId, recipient: string): string {
  return join(folder, `nghisu-${room.toLowerCase()}-${keyMark(recipient)}`);
}

/** What is being written ends in this, and is nothing yet. */
export const unfinished = '.part';

export const contentsFile = 'contents.json';

/** The name of a backup: when it was made (UTC) and where its log ends. Later ones sort after earlier ones. */
export function backupName(madeAt: number, seq: number): string {
  const moment = new Date(madeAt).toISOString().replace(/[-:]|\.\d+/g, '');
  return `${moment}-${String(seq).padStart(8, '0')}`;
}

const namePattern = /^\d{8}T\d{6}Z-\d{8,}$/;

/** The names of the finished backups of a set, oldest first. */
export async function backupNames(set: string): Promise<readonly string[]> {
  return (await namesIn(join(set, 'backups'))).filter((name) => namePattern.test(name)).toSorted();
}

/** Reads the list of contents of a backup in its folder. Nothing else of it is looked at. */
export async function contentsOf(
  backup: string,
  authKey: string | null,
): Promise<Result<BackupContents, BackupCode>> {
  const file = join(backup, contentsFile);
  if (!existsSync(file)) return refused(existsSync(backup) ? 'backup/contents-damaged' : 'backup/not-found');
  return readContents(await readFile(file, 'utf8'), authKey);
}

/** A document as it lies in a set. */
export type SealedObject = BackupContents['objects'][number];

/**
 * How each document of a set may lie there, by what its authentic lists of contents say, oldest first: one that was
 * spoiled and written again lies there in another form than the older backups know.
 */
export async function objectForms(
  set: string,
  authKey: string,
): Promise<ReadonlyMap<string, readonly SealedObject[]>> {
  const forms = new Map<string, SealedObject[]>();
  for (const name of await backupNames(set)) {
    const contents = await contentsOf(join(set, 'backups', name), authKey);
    if (!contents.ok) continue;
    for (const object of contents.value.objects)
      forms.set(object.name, [...(forms.get(object.name) ?? []), object]);
  }
  return forms;
}

/** Where the n-th part of a backup lies, counted from 0. */
export function partFile(backup: string, at: number): string {
  return join(backup, 'parts', `${at + 1}.age`);
}

/** Where a document lies in a set. */
export function objectFile(set: string, name: string): string {
  return join(set, 'objects', name.slice(0, 2), `${name}.age`);
}

/** The set of a backup, given the backup's own folder. */
export function setOfBackup(backup: string): string {
  return resolve(backup, '..', '..');
}

/** The names in a folder; none when there is no such folder. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  return existsSync(folder) ? await readdir(folder) : [];
}

/** Whether one folder is, or lies in, the other, by where they really are. Both have to be there. */
export async function areEntangled(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([realpath(one), realpath(other)]);
  return `${a}${sep}`.startsWith(`${b}${sep}`) || `${b}${sep}`.startsWith(`${a}${sep}`);
}

/** Where a person's path leads: the folder of a backup, of a set, or of the disk; the newest backup in the latter. */
export async function findBackup(path: string): Promise<Result<string, BackupCode>> {
  const folder = resolve(path);
  if (existsSync(join(folder, contentsFile))) return ok(folder);
  const sets = (await namesIn(folder)).filter((name) => name.startsWith('nghisu-'));
  const candidates = [folder, ...sets.map((name) => join(folder, name))];
  const found = await Promise.all(
    candidates.map(async (set) => (await backupNames(set)).map((name) => join(set, 'backups', name))),
  );
  const [only, ...others] = found.filter((backups) => backups.length > 0);
  const newest = others.length > 0 ? undefined : only?.at(-1);
  if (newest === undefined) {
    // A damaged backup has no list of contents, but its folder is still what was meant.
    return namePattern.test(basename(folder)) ? ok(folder) : refused('backup/not-found');
  }
  return ok(newest);
}
