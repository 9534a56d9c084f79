import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';

/** What is wrong with a disk, as far as its error tells; null for everything else. */
export type DiskTrouble = Extract<RefusalCode, 'shell/disk-full' | 'shell/read-only' | 'shell/data-damaged'>;

const byCode: Readonly<Record<string, DiskTrouble>> = {
  ENOSPC: 'shell/disk-full',
  EDQUOT: 'shell/disk-full',
  EROFS: 'shell/read-only',
  EACCES: 'shell/read-only',
  EPERM: 'shell/read-only',
};

/** Primary result codes of SQLite (sqlite.org/rescode.html). */
const bySqlite: Readonly<Record<number, DiskTrouble>> = {
  8: 'shell/read-only',
  11: 'shell/data-damaged',
  13: 'shell/disk-full',
  14: 'shell/read-only',
  26: 'shell/data-damaged',
};

/** What the file system and SQLite add to an error. */
interface Facts {
  readonly code?: unknown;
  readonly errcode?: unknown;
  readonly syscall?: unknown;
}

/** Reads the trouble out of an error of the file system or of SQLite, or of what caused it. */
export function diskTroubleOf(reason: unknown): DiskTrouble | null {
  if (!(reason instanceof Error)) return null;
  const { code, errcode, syscall } = reason as Error & Facts;
  // What a recursive mkdir answers where nothing may be written.
  if (code === 'ENOENT' && syscall === 'mkdir') return 'shell/read-only';
  const bySystem = typeof code === 'string' && Object.hasOwn(byCode, code) ? byCode[code] : undefined;
  // The lower byte is the primary code.
  const byDatabase = typeof errcode === 'number' ? bySqlite[errcode & 0xff] : undefined;
  return bySystem ?? byDatabase ?? diskTroubleOf(reason.cause);
}
