import { join } from 'node:path';
import { startSeededHub, type SeededHub } from '../audit/seeded-room.ts';
import { keepBackupKeys } from './keep-backup-keys.ts';
import { makeBackup, type BackupFacts, type BackupJob } from './make-backup.ts';
import { keysOfRecoveryKey, type BackupKeys } from './recovery-keys.ts';
import { stageDatabases } from './stage-databases.ts';

/** For tests of backups: the recovery key of the sample room. */
export const sampleRecoveryKey = new Uint8Array(16).fill(7);

/** A seeded hub whose room has a recovery key, and folders beside each other for its data and its backups. */
export interface SampleRoom {
  readonly hub: SeededHub;
  readonly data: string;
  readonly keys: BackupKeys;
}

/** Starts the hub under `folder`. */
export async function startSampleRoom(folder: string): Promise<SampleRoom> {
  const data = join(folder, 'data');
  const hub = await startSeededHub(data);
  const { kept: keys } = await keysOfRecoveryKey(sampleRecoveryKey);
  keepBackupKeys(data, keys);
  return { hub, data, keys };
}

/** Backs the room up into `folder` as its hub would. */
export async function backUp(
  { hub, data, keys }: SampleRoom,
  folder: string,
  options: Partial<Pick<BackupJob, 'keep' | 'expectsEarlier' | 'madeAt'>> = {},
): Promise<BackupFacts> {
  const staging = await stageDatabases(data, hub.store);
  const job: BackupJob = {
    data,
    staging,
    folder,
    keys,
    expectsEarlier: false,
    keep: 5,
    madeAt: Date.UTC(2026, 10, 23, 1, 0, 0),
    program: '0.0.0',
    ...options,
  };
  return await makeBackup(job, () => undefined);
}
