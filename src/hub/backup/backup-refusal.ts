import type { backupRefusals } from '../../shared/refusals/backup-refusals.ts';

/** The codes with which a backup or a restore can be refused. */
export type BackupCode = keyof typeof backupRefusals;

/** Why, and which files it is about, relative to the backup. */
export interface BackupReason {
  readonly code: BackupCode;
  readonly files: readonly string[];
}

/** Thrown inside the work on a backup to end it with a refusal; caught where the work began. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
  readonly code: BackupCode;
  readonly files: readonly string[];

  constructor(code: BackupCode, files: readonly string[] = [], options?: ErrorOptions) {
    super([code, ...files].join(' '), options);
    this.code = code;
    this.files = files;
  }
}

/** What the system says when a disk does not do what is asked of it, and what that is for the person who reads it. */
interface DiskCodes {
  readonly full: BackupCode;
  readonly readOnly: BackupCode;
  readonly missing: BackupCode;
  readonly failed: BackupCode;
}

const meanings: Readonly<Record<string, keyof DiskCodes>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EROFS: 'readOnly',
  EACCES: 'readOnly',
  EPERM: 'readOnly',
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ENODEV: 'missing',
  ENXIO: 'missing',
  EIO: 'failed',
  ESTALE: 'failed',
  ETIMEDOUT: 'failed',
  EHOSTDOWN: 'failed',
};

/** Does `work` on a disk; what the disk refuses becomes the refusal that `codes` names, anything else stays a fault. */
export async function onDisk<Value>(codes: DiskCodes, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    const meaning = error instanceof Error && 'code' in error ? meanings[String(error.code)] : undefined;
    if (meaning === undefined || error instanceof BackupRefused) throw error;
    throw new BackupRefused(codes[meaning], [], { cause: error });
  }
}

/** On the disk that backups are written to. */
export const onBackupDisk = {
  full: 'backup/no-space',
  readOnly: 'backup/folder-read-only',
  missing: 'backup/folder-missing',
  failed: 'backup/folder-failed',
} as const satisfies DiskCodes;

/** On the disk that a room is restored to. */
export const onDataDisk = {
  full: 'backup/no-space-to-restore',
  readOnly: 'backup/data-read-only',
  missing: 'backup/data-read-only',
  failed: 'backup/data-read-only',
} as const satisfies DiskCodes;
