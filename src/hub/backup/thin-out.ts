import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { backupNames, contentsOf, namesIn, unfinished } from './backup-set.ts';

/**
 * Removes all but the newest `keep` backups of a set, and then the documents that no remaining one names. While one of
 * those is unreadable no document is removed: it might be the one that is still needed. Answers the names removed.
 */
export async function thinOut(set: string, keep: number, authKey: string): Promise<readonly string[]> {
  const names = await backupNames(set);
  const old = names.slice(0, Math.max(0, names.length - Math.max(1, keep)));
  for (const name of old) {
    const path = join(set, 'backups', name);
    // Under another name first: half of a backup is none.
    await rename(path, `${path}${unfinished}`);
    await rm(`${path}${unfinished}`, { recursive: true, force: true });
  }
  await removeUnnamed(set, authKey);
  return old;
}

async function removeUnnamed(set: string, authKey: string): Promise<void> {
  const named = new Set<string>();
  for (const name of await backupNames(set)) {
    const contents = await contentsOf(join(set, 'backups', name), authKey);
    if (!contents.ok) return;
    for (const object of contents.value.objects) named.add(`${object.name}.age`);
  }
  for (const shelf of await namesIn(join(set, 'objects'))) {
    for (const file of await namesIn(join(set, 'objects', shelf)))
      if (!named.has(file)) await rm(join(set, 'objects', shelf, file), { force: true });
  }
}
