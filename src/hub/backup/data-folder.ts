import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file that is to be in a backup: its place in the data folder, and where its bytes are read from. */
export interface Part {
  readonly place: string;
  readonly file: string;
  readonly bytes: number;
}

/** A document's file in a data folder. */
export interface Blob {
  readonly sha256: string;
  readonly file: string;
  readonly bytes: number;
}

/** Copies of the databases are made here before they are encrypted; what is left of an interrupted backup is removed. */
export const stagingFolder = 'backup-staging';

/** What a restore is writing. */
export const restoringFolder = 'restoring';

/** Where a hub notes how its backups went. */
export const historyFile = 'backup-history.json';

/** The databases, which the hub alone can copy while it runs. */
export const databases = ['log.sqlite', 'credentials.sqlite'] as const;

/**
 * Folders and files that are no part of a backup: documents are kept apart, an update package comes from its publisher
 * again, and the rest is of this machine or of this moment.
 */
const left = new Set(['blobs', 'updates', 'logs', stagingFolder, restoringFolder, historyFile, 'lost+found']);
const leftEndings = ['-wal', '-shm', '-journal', '.new', '.lock'];

/** Everything that a backup of a data folder holds besides documents and the two databases: keys, lists, settings. */
export async function smallParts(data: string, under = ''): Promise<readonly Part[]> {
  const entries = await readdir(join(data, under), { withFileTypes: true });
  const parts: Part[] = [];
  for (const { name, ...entry } of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(described)) {
    const place = under === '' ? name : `${under}/${name}`;
    const isLeft = under === '' && (left.has(name) || databases.some((database) => database === name));
    if (isLeft || leftEndings.some((ending) => name.endsWith(ending))) continue;
    if (entry.isFolder) parts.push(...(await smallParts(data, place)));
    else if (entry.isFile) {
      const file = join(data, place);
      parts.push({ place, file, bytes: (await stat(file)).size });
    }
  }
  return parts;
}

function described(entry: { name: string; isFile(): boolean; isDirectory(): boolean }) {
  return { name: entry.name, isFile: entry.isFile(), isFolder: entry.isDirectory() };
}

/** The documents in a data folder, by their names; one that goes away meanwhile is left out. */
export async function blobsIn(data: string): Promise<readonly Blob[]> {
  const root = join(data, 'blobs');
  const shelves = (await readdir(root).catch(() => [])).filter((name) => /^[0-9a-f]{2}$/.test(name));
  const blobs: Blob[] = [];
  for (const shelf of shelves.toSorted()) {
    for (const name of (await readdir(join(root, shelf))).toSorted()) {
      const file = join(root, shelf, name);
      const found = /^[0-9a-f]{64}$/.test(name) ? await stat(file).catch(() => null) : null;
      if (found?.isFile() === true) blobs.push({ sha256: name, file, bytes: found.size });
    }
  }
  return blobs;
}
