import { constants, existsSync } from 'node:fs';
import { access, mkdir, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { must, present } from '../../shared/std/must.ts';
import { syncFolderLater } from '../store/durable-file.ts';
import { objectName, writeContents, type BackupContents } from './backup-contents.ts';
import { BackupRefused, onBackupDisk, onDisk } from './backup-refusal.ts';
import {
  areEntangled,
  backupName,
  backupNames,
  contentsFile,
  contentsOf,
  namesIn,
  objectFile,
  objectForms,
  partFile,
  setFolder,
  unfinished,
  type SealedObject,
} from './backup-set.ts';
import { blobsIn, databases, smallParts, type Blob, type Part } from './data-folder.ts';
import { explanation } from './explanation.ts';
import type { BackupKeys } from './recovery-keys.ts';
import { isSame, lookAt, sealedBytesAtMost, sealFile, type OnBytes } from './sealed-file.ts';
import { checkStaged } from './stage-databases.ts';
import { thinOut } from './thin-out.ts';

/** Everything that a backup is made from; plain data, so that it can be handed to a thread. */
export interface BackupJob {
  readonly data: string;
  /** Where the copies of the databases are; see `stageDatabases`. */
  readonly staging: string;
  /** The folder for backups. It has to be there: a folder that is made would be on the wrong disk. */
  readonly folder: string;
  /** Whether backups of this room are expected in the folder, so that their absence means that its disk is not there. */
  readonly expectsEarlier: boolean;
  readonly keys: BackupKeys;
  /** How many backups are kept in the folder, this one counted; at least 1. */
  readonly keep: number;
  readonly madeAt: number;
  readonly program: string;
}

/** What has been made, and has been read back. */
export interface BackupFacts {
  readonly name: string;
  /** The backup's own folder. */
  readonly path: string;
  readonly madeAt: number;
  readonly epoch: number;
  readonly seq: number;
  readonly documents: number;
  /** Bytes that restoring it reads, and those of them that were written now. */
  readonly bytes: number;
  readonly newBytes: number;
  /** Documents that the hub itself had not whole. */
  readonly lacking: number;
  /** Older backups that were removed, after this one had been read back. */
  readonly thinnedOut: readonly string[];
}

/** How far it is: bytes to be read and written in all, and those that have been. */
export type OnProgress = (progress: { readonly doneBytes: number; readonly totalBytes: number }) => void;

/** Where it is written to, and by which keys. */
interface Place extends Pick<BackupJob, 'keys'> {
  readonly set: string;
  readonly known: Forms;
  readonly counted: OnBytes;
}

type Forms = ReadonlyMap<string, readonly SealedObject[]>;

/** Left free on the backup disk, so that the program that shares it goes on. */
const spareBytes = 16 * 1024 * 1024;

/**
 * Makes a backup. It is written beside the earlier ones under another name, read back byte for byte, and renamed; only
 * then are older ones removed. Documents that an earlier backup holds unchanged are not written again. Throws
 * {@link BackupRefused}; nothing of an unfinished backup is left then, as far as the disk lets itself be tidied.
 */
export async function makeBackup(job: BackupJob, onProgress: OnProgress): Promise<BackupFacts> {
  const { roomId, epoch, head } = checkStaged(job.staging);
  const set = setFolder(job.folder, roomId, job.keys.recipient);
  return await onDisk(onBackupDisk, async () => {
    await prepareSet(job, set);
    const name = backupName(job.madeAt, head.seq);
    const draft = join(set, 'backups', `${name}${unfinished}`);
    try {
      const sources = await listSources(job);
      const known = await objectForms(set, job.keys.authKey);
      const counted = count(sources, onProgress);
      await checkSpace(set, sources, known, job.keys.authKey);
      await mkdir(join(draft, 'parts'), { recursive: true, mode: 0o700 });
      const parts = await writeParts(draft, sources.parts, job.keys.recipient, counted);
      const objects = await writeObjects(sources.blobs, { set, known, counted, keys: job.keys });
      const contents: BackupContents = {
        format: 'nghisu-backup/1',
        roomId,
        recipient: job.keys.recipient,
        madeAt: job.madeAt,
        program: job.program,
        epoch,
        seq: head.seq,
        head: head.hash,
        parts,
        objects: objects.kept,
        lacking: objects.lacking,
      };
      const path = await publish(set, name, contents, job.keys.authKey);
      const thinnedOut = await thinOut(set, job.keep, job.keys.authKey);
      const bytes = [...parts, ...objects.kept].reduce((sum, one) => sum + one.bytes, 0);
      const newBytes = parts.reduce((sum, one) => sum + one.bytes, 0) + objects.newBytes;
      const { madeAt } = job;
      const documents = objects.kept.length;
      return {
        name,
        path,
        madeAt,
        epoch,
        seq: head.seq,
        documents,
        bytes,
        newBytes,
        lacking: objects.lacking,
        thinnedOut,
      };
    } catch (error) {
      await rm(draft, { recursive: true, force: true }).catch(() => undefined);
      throw error;
    }
  });
}

async function prepareSet({ folder, data, expectsEarlier }: BackupJob, set: string): Promise<void> {
  if (!existsSync(folder)) throw new BackupRefused('backup/folder-missing');
  if (await areEntangled(folder, data)) throw new BackupRefused('backup/folder-in-data');
  // Making folders on a disk that may only be read says that they are missing.
  await access(folder, constants.W_OK);
  if (expectsEarlier && (await backupNames(set)).length === 0)
    throw new BackupRefused('backup/folder-unmounted');
  await mkdir(join(set, 'backups'), { recursive: true, mode: 0o700 });
  await mkdir(join(set, 'objects'), { recursive: true, mode: 0o700 });
  await writeFile(join(set, explanation.file), explanation.text, { mode: 0o600 });
  for (const name of await namesIn(join(set, 'backups')))
    if (name.endsWith(unfinished)) await rm(join(set, 'backups', name), { recursive: true, force: true });
}

interface Sources {
  readonly parts: readonly Part[];
  readonly blobs: readonly Blob[];
}

async function listSources({ data, staging }: BackupJob): Promise<Sources> {
  const copies = databases.map(async (place) => {
    const file = join(staging, place);
    return { place, file, bytes: (await stat(file)).size };
  });
  return { parts: [...(await Promise.all(copies)), ...(await smallParts(data))], blobs: await blobsIn(data) };
}

async function checkSpace(
  set: string,
  { parts, blobs }: Sources,
  known: Forms,
  authKey: string,
): Promise<void> {
  const added = blobs.filter(({ sha256 }) => !known.has(objectName(sha256, authKey)));
  const needed = [...parts, ...added].reduce((sum, { bytes }) => sum + sealedBytesAtMost(bytes), 0);
  const { bavail, bsize } = await statfs(set);
  if (bavail * bsize < needed + spareBytes) throw new BackupRefused('backup/no-space');
}

/** Each byte is dealt with twice: written, or found as it should be, and read back. */
function count({ parts, blobs }: Sources, onProgress: OnProgress): OnBytes {
  const totalBytes = 2 * [...parts, ...blobs].reduce((sum, { bytes }) => sum + bytes, 0);
  let doneBytes = 0;
  return (bytes) => {
    doneBytes += bytes;
    onProgress({ doneBytes: Math.min(doneBytes, totalBytes), totalBytes });
  };
}

async function writeParts(
  draft: string,
  parts: readonly Part[],
  recipient: string,
  counted: OnBytes,
): Promise<BackupContents['parts']> {
  const written: BackupContents['parts'] = [];
  for (const [at, { place, file }] of parts.entries()) {
    const target = partFile(draft, at);
    const { bytes, sha256, plainBytes } = await sealFile(file, target, recipient, counted);
    await readBack(target, { bytes, sha256 }, counted);
    written.push({ place, plainBytes, bytes, sha256 });
  }
  return written;
}

interface Written {
  readonly kept: SealedObject[];
  newBytes: number;
  lacking: number;
}

async function writeObjects(blobs: readonly Blob[], place: Place): Promise<Written> {
  const { set, keys, known, counted } = place;
  const written: Written = { kept: [], newBytes: 0, lacking: 0 };
  for (const blob of blobs) {
    const name = objectName(blob.sha256, keys.authKey);
    const forms = known.get(name) ?? [];
    // What has been there for a year is read as if it were new: a disk forgets without saying so.
    const found = forms.length === 0 ? null : await lookAt(objectFile(set, name), counted);
    const before = forms.find((form) => isSame(found, form));
    if (before !== undefined) {
      counted(blob.bytes);
      written.kept.push(before);
      continue;
    }
    const object = await writeObject(name, blob, place);
    if (object === null) written.lacking += 1;
    else {
      written.kept.push(object);
      written.newBytes += object.bytes;
    }
  }
  return written;
}

/** Null when the hub has not the bytes that the document is named by, or not any more. */
async function writeObject(
  name: string,
  blob: Blob,
  { set, keys, counted }: Place,
): Promise<SealedObject | null> {
  const target = objectFile(set, name);
  const draft = `${target}${unfinished}`;
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  await rm(draft, { force: true });
  try {
    if (!existsSync(blob.file)) return null;
    const { bytes, sha256, plainBytes, plainSha256 } = await sealFile(
      blob.file,
      draft,
      keys.recipient,
      counted,
    );
    if (plainSha256 !== blob.sha256) return null;
    await readBack(draft, { bytes, sha256 }, counted);
    await rename(draft, target);
    await syncFolderLater(dirname(target));
    return { name, plainBytes, bytes, sha256 };
  } finally {
    await rm(draft, { force: true });
  }
}

async function readBack(
  file: string,
  as: { bytes: number; sha256: string },
  counted: OnBytes,
): Promise<void> {
  if (!isSame(await lookAt(file, counted), as)) throw new BackupRefused('backup/not-verified', [file]);
}

/** The list of contents is written last and the folder renamed after that: a name that is there is a whole backup. */
async function publish(
  set: string,
  name: string,
  contents: BackupContents,
  authKey: string,
): Promise<string> {
  const draft = join(set, 'backups', `${name}${unfinished}`);
  const path = join(set, 'backups', name);
  const text = writeContents(contents, authKey);
  await writeFile(join(draft, contentsFile), text, { mode: 0o600, flush: true });
  const read = await contentsOf(draft, authKey);
  if (!read.ok) throw new BackupRefused('backup/not-verified', [contentsFile]);
  must(present(read.value.parts[0], 'the log').place === 'log.sqlite', 'the log comes first');
  for (const folder of [join(draft, 'parts'), draft, join(set, 'objects')]) await syncFolderLater(folder);
  // Two backups of the same second, at the same end of the log, are one.
  await rm(path, { recursive: true, force: true });
  await rename(draft, path);
  await syncFolderLater(dirname(path));
  return path;
}
