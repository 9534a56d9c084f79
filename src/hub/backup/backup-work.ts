import type { BackupReason } from './backup-refusal.ts';
import type { BackupDamage } from './check-backup.ts';
import type { BackupFacts, BackupJob } from './make-backup.ts';
import type { Result } from '../../shared/std/result.ts';

/** What the thread of backups is asked to do: to make one, or to read one and compare every byte. */
export type BackupWork =
  | { readonly work: 'make'; readonly job: BackupJob }
  | { readonly work: 'check'; readonly backup: string; readonly authKey: string };

export interface BackupProgress {
  readonly doneBytes: number;
  readonly totalBytes: number;
}

/** What it says: how far it is, and at the end what came of it. */
export type BackupMessage =
  | ({ readonly type: 'progress' } & BackupProgress)
  | { readonly type: 'made'; readonly result: Result<BackupFacts, BackupReason> }
  | { readonly type: 'checked'; readonly result: Result<BackupDamage, BackupReason> };
