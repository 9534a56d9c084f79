import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeSecretFile } from '../store/durable-file.ts';
import { damaged, unusable } from '../store/store-refusal.ts';
import type { BackupKeys } from './recovery-keys.ts';

const fileName = 'backup-keys.json';

const kept = z.strictObject({
  version: z.literal(1),
  recipient: z.string().regex(/^age1[0-9a-z]{58}$/),
  authKey: z.base64().length(44),
});

/** The keys a hub keeps for its backups; null while the room has no recovery key. Throws a `StoreRefusal` for a damaged file. */
export function readBackupKeys(data: string): BackupKeys | null {
  const file = join(data, fileName);
  if (!existsSync(file)) return null;
  try {
    const { recipient, authKey } = kept.parse(JSON.parse(readFileSync(file, 'utf8')));
    return { recipient, authKey };
  } catch (error) {
    throw damaged(file, null, 'not the keys of backups', error);
  }
}

/** Keeps them, durably; those of an earlier recovery key are replaced. */
export function keepBackupKeys(data: string, { recipient, authKey }: BackupKeys): void {
  const file = join(data, fileName);
  try {
    writeSecretFile(file, `${JSON.stringify({ version: 1, recipient, authKey })}\n`);
  } catch (error) {
    throw unusable(file, error);
  }
}
