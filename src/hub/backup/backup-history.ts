import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { backupMade, backupProblem } from '../../shared/protocol/admin/backups.ts';
import { moment } from '../../shared/records/ids.ts';
import { writeSecretFile } from '../store/durable-file.ts';
import { historyFile } from './data-folder.ts';

/** How the backups of a room went, and where they were put. */
const history = z.strictObject({
  version: z.literal(1),
  last: backupMade.nullable(),
  problem: backupProblem.nullable(),
  /** When the last one was made into the folder of the settings: one on a stick does not stand for it. */
  settledAt: moment.nullable(),
  /** Folders that hold backups of this room: when they hold none any more, their disk is not there. */
  folders: z.array(z.string()),
});
export type BackupHistory = z.infer<typeof history>;

const nothing: BackupHistory = { version: 1, last: null, problem: null, settledAt: null, folders: [] };
const mostFolders = 20;

/** Reads it; a history that cannot be read is as good as none, for the backups themselves say what there is. */
export function readHistory(data: string): BackupHistory {
  const file = join(data, historyFile);
  try {
    return existsSync(file) ? history.parse(JSON.parse(readFileSync(file, 'utf8'))) : nothing;
  } catch {
    return nothing;
  }
}

/** Keeps it. A disk that is full keeps the older one. */
export function keepHistory(data: string, kept: BackupHistory): void {
  const folders = kept.folders.slice(-mostFolders);
  try {
    writeSecretFile(join(data, historyFile), `${JSON.stringify({ ...kept, folders })}\n`);
  } catch {
    // What is shown of the last backup is not worth stopping a room for.
  }
}
