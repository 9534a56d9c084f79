import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { moment, roomId } from '../../shared/records/ids.ts';
import { canonicalJson } from '../../shared/std/canonical-json.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import type { BackupCode } from './backup-refusal.ts';

/**
 * The list of contents of one backup. It lies in the open, so that a hub, which cannot open a backup, can check every
 * byte of it; it names no person, no title and no hash of a document. Its authentication code needs a key that only the
 * hub and the printed recovery key have, so that whoever has the backup disk can change nothing unnoticed.
 */
const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
const bytes = z.int().nonnegative();

/** Where a file belongs in a data folder: names of letters, digits, dot, dash and underscore, parted by "/". */
const placeInData = z.string().regex(/^(?!\.)[\w.-]+(\/(?!\.)[\w.-]+)*$/);

export const backupContents = z.strictObject({
  format: z.literal('nghisu-backup/1'),
  roomId,
  /** The recipient of age that everything is encrypted to. */
  recipient: z.string(),
  madeAt: moment,
  /** The version of the program that made it. */
  program: z.string(),
  epoch: z.int().positive(),
  /** Where the log ends in this backup. */
  seq: z.int().nonnegative(),
  head: hex64,
  /** Log, credentials and keys: `parts/<n>.age` for the n-th. */
  parts: z.array(z.strictObject({ place: placeInData, plainBytes: bytes, bytes, sha256: hex64 })),
  /** Documents: `objects/<name[0..2]>/<name>.age` of the set, shared by its backups. */
  objects: z.array(z.strictObject({ name: hex64, plainBytes: bytes, bytes, sha256: hex64 })),
  /** Documents that the hub itself had not, or not whole, when the backup was made. */
  lacking: z.int().nonnegative(),
});
export type BackupContents = z.infer<typeof backupContents>;

const envelope = z.strictObject({ contents: z.unknown(), code: hex64 });

/** The text of `contents.json`. */
export function writeContents(contents: BackupContents, authKey: string): string {
  return `${canonicalJson({ contents, code: codeOf(contents, authKey) })}\n`;
}

/** Reads `contents.json`. Without `authKey` it is known to be well-formed, and no more. */
export function readContents(text: string, authKey: string | null): Result<BackupContents, BackupCode> {
  const outer = envelope.safeParse(parseJson(text));
  if (!outer.success) return refused('backup/contents-damaged');
  const inner = backupContents.safeParse(outer.data.contents);
  if (!inner.success) {
    const format = z
      .object({ format: z.string().regex(/^nghisu-backup\/\d+$/) })
      .safeParse(outer.data.contents);
    const isNewer = format.success && format.data.format !== 'nghisu-backup/1';
    return refused(isNewer ? 'backup/newer' : 'backup/contents-damaged');
  }
  if (authKey === null) return ok(inner.data);
  const isAuthentic = timingSafeEqual(
    Buffer.from(outer.data.code, 'hex'),
    Buffer.from(codeOf(inner.data, authKey), 'hex'),
  );
  return isAuthentic ? ok(inner.data) : refused('backup/contents-damaged');
}

/** The name of a document's file in a backup: tells those who have no key nothing of the document. */
export function objectName(sha256: string, authKey: string): string {
  return createHmac('sha256', Buffer.from(authKey, 'base64')).update(`object ${sha256}`).digest('hex');
}

function codeOf(contents: BackupContents, authKey: string): string {
  const key = Buffer.from(authKey, 'base64');
  return createHmac('sha256', key)
    .update(`contents ${canonicalJson(contents)}`)
    .digest('hex');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
