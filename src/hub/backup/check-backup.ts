import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupContents } from './backup-contents.ts';
import { contentsFile, namesIn, objectFile, objectForms, partFile, setOfBackup } from './backup-set.ts';
import { isSame, lookAt, type OnBytes, type SealedFile } from './sealed-file.ts';

/** What is wrong with a backup, as paths below its set. */
export interface BackupDamage {
  /** Log, credentials or keys, that are missing or not what was written; without them nothing can be restored. */
  readonly parts: readonly string[];
  /** Documents that are missing or not what was written. */
  readonly objects: readonly string[];
  /** Files in the backup's folder that are no part of it. They are never read. */
  readonly extra: readonly string[];
}

/**
 * Compares every byte of a backup with its list of contents, which has to be authentic; needs no recovery key. A
 * document may also lie there as another authentic list of the set says.
 */
export async function checkBackup(
  backup: string,
  contents: BackupContents,
  authKey: string,
  onBytes: OnBytes = () => undefined,
): Promise<BackupDamage> {
  const set = setOfBackup(backup);
  const damage = {
    parts: [] as string[],
    objects: [] as string[],
    extra: await extraFiles(backup, contents),
  };
  for (const [at, part] of contents.parts.entries())
    if (!(await isWhole(partFile(backup, at), part, onBytes))) damage.parts.push(part.place);
  const known = await objectForms(set, authKey);
  for (const object of contents.objects) {
    const file = objectFile(set, object.name);
    const found = await lookAt(file, onBytes).catch(() => null);
    const forms = [object, ...(known.get(object.name) ?? [])];
    if (!forms.some((form) => isSame(found, form))) damage.objects.push(file.slice(set.length + 1));
  }
  return damage;
}

/** A file that the disk will not read is as good as missing. */
async function isWhole(file: string, as: SealedFile, onBytes: OnBytes): Promise<boolean> {
  return isSame(await lookAt(file, onBytes).catch(() => null), as);
}

async function extraFiles(backup: string, { parts }: BackupContents): Promise<string[]> {
  const wanted = new Set(parts.map((_part, at) => `${at + 1}.age`));
  const own = (await namesIn(backup)).filter((name) => name !== contentsFile && name !== 'parts');
  const inner = existsSync(join(backup, 'parts')) ? await namesIn(join(backup, 'parts')) : [];
  return [...own, ...inner.filter((name) => !wanted.has(name)).map((name) => `parts/${name}`)];
}
