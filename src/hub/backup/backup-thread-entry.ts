/** The thread in which backups are encrypted and read back; the room goes on meanwhile. One work, then it ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { must } from '../../shared/std/must.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import { BackupRefused, type BackupReason } from './backup-refusal.ts';
import { contentsOf } from './backup-set.ts';
import type { BackupMessage, BackupProgress, BackupWork } from './backup-work.ts';
import { checkBackup, type BackupDamage } from './check-backup.ts';
import { makeBackup } from './make-backup.ts';

const port = parentPort;
must(port, 'this file is the entry of a thread');

/** Whoever looks at progress looks a few times a second. */
const progressMs = 200;
let lastTold = 0;
const onProgress = (progress: BackupProgress): void => {
  if (Date.now() - lastTold < progressMs) return;
  lastTold = Date.now();
  tell({ type: 'progress', ...progress });
};
const tell = (message: BackupMessage): void => port.postMessage(message);

const work = workerData as BackupWork;
if (work.work === 'make')
  tell({ type: 'made', result: await orRefusal(() => makeBackup(work.job, onProgress)) });
else tell({ type: 'checked', result: await orRefusal(() => check(work.backup, work.authKey)) });

async function check(backup: string, authKey: string): Promise<BackupDamage> {
  const contents = await contentsOf(backup, authKey);
  if (!contents.ok) throw new BackupRefused(contents.reason);
  const { parts, objects } = contents.value;
  const totalBytes = [...parts, ...objects].reduce((sum, { bytes }) => sum + bytes, 0);
  let doneBytes = 0;
  return await checkBackup(backup, contents.value, authKey, (bytes) => {
    doneBytes += bytes;
    onProgress({ doneBytes, totalBytes });
  });
}

async function orRefusal<Value>(doWork: () => Promise<Value>): Promise<Result<Value, BackupReason>> {
  try {
    return ok(await doWork());
  } catch (error) {
    if (error instanceof BackupRefused) return refused({ code: error.code, files: error.files });
    throw error;
  }
}
