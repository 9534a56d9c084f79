import { z } from 'zod';
import { moment } from '../../records/ids.ts';
import { backupRefusals } from '../../refusals/backup-refusals.ts';

/**
 * Backups of the room, for IT. `GET /v1/admin/backups` answers {@link backupsOverview};
 * `POST /v1/admin/backups` with {@link backupRequest} begins one (status 202) and `POST /v1/admin/backups/check` with
 * {@link backupCheckRequest} begins to read one (202): the overview tells how they go.
 * `POST /v1/admin/backups/recovery-key` makes the recovery key of a room that has none (201, `recoveryKeyMade`).
 */
const bytes = z.int().nonnegative();
const path = z.string().min(1).max(1024);

/** A backup that was made and read back. */
export const backupMade = z.strictObject({
  name: z.string(),
  /** The folder for backups that it is in. */
  folder: z.string(),
  madeAt: moment,
  /** Where the log ends in it. */
  seq: bytes,
  documents: bytes,
  /** What restoring it reads, and what of it was written then. */
  bytes,
  newBytes: bytes,
  /** Documents that the hub itself had not whole. */
  lacking: bytes,
});
export type BackupMade = z.infer<typeof backupMade>;

export const backupCode = z.enum(
  Object.keys(backupRefusals) as [keyof typeof backupRefusals, ...(keyof typeof backupRefusals)[]],
);

/** A backup that did not come about. */
export const backupProblem = z.strictObject({
  at: moment,
  code: backupCode,
  files: z.array(z.string()),
});
export type BackupProblem = z.infer<typeof backupProblem>;

export const backupsOverview = z.strictObject({
  /** By the clock of the hub. */
  now: moment,
  hasRecoveryKey: z.boolean(),
  /** What the settings say; null and empty where backups are made by hand alone. */
  folder: z.string().nullable(),
  times: z.array(z.string()),
  keep: bytes,
  nextAt: moment.nullable(),
  last: backupMade.nullable(),
  /** Of the last try, where that failed. */
  problem: backupProblem.nullable(),
  running: z
    .strictObject({ work: z.enum(['make', 'check']), doneBytes: bytes, totalBytes: bytes })
    .nullable(),
  /** What the last check found, where it was of the backup made last. */
  check: z
    .strictObject({
      at: moment,
      name: z.string(),
      /** Null when it is whole. */
      problem: backupCode.nullable(),
      files: z.array(z.string()),
    })
    .nullable(),
});
export type BackupsOverview = z.infer<typeof backupsOverview>;

export const backupRequest = z.strictObject({
  /** A folder on the hub's machine; null for the one of the settings. */
  folder: path.nullable(),
  /** Begins in a folder that should have earlier backups and has none. */
  anew: z.boolean(),
});
export type BackupRequest = z.infer<typeof backupRequest>;

export const backupCheckRequest = z.strictObject({});
