import { Zip, ZipPassThrough } from 'fflate';
import type { BlobReference } from '../../../shared/records/blob-reference.ts';
import { must } from '../../../shared/std/must.ts';
import type { PackFile } from './pack-files.ts';

/** Bytes asked for at a time. */
const pieceBytes = 4 * 1024 * 1024;
/** A zip file of the plain kind counts to here. */
export const mostBytes = 0xffff_ffff - 64 * 1024 * 1024;

export interface PackSource {
  /** Bytes `[begin, end)` of a blob at the hub; rejects when they cannot be had. */
  read(blob: BlobReference, begin: number, end: number): Promise<Uint8Array>;
  createHasher(): Promise<{ update(bytes: Uint8Array): void; digest(): string }>;
}

export interface PackSink {
  write(piece: Uint8Array<ArrayBuffer>): void;
  onProgress(doneFiles: number, bytes: number): void;
  readonly signal: AbortSignal;
}

/** A file whose bytes are not those that its record names. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile';
  readonly path: string;

  constructor(path: string) {
    super(`the bytes of ${path} do not have their hash`);
    this.path = path;
  }
}

/**
 * Writes the pack as one zip, piece by piece: papers are stored as they are, since a PDF does not shrink, and every file
 * is checked against its hash on the way. The list comes first.
 *
 * @throws {DamagedFile} for the first file with other bytes; the abort reason when it was stopped
 */
export async function writePack(
  files: readonly PackFile[],
  list: { readonly path: string; readonly bytes: Uint8Array },
  source: PackSource,
  sink: PackSink,
): Promise<void> {
  let ended = false;
  const zip = new Zip((error, piece, isLast) => {
    if (error !== null) throw error;
    sink.write(piece);
    ended = isLast;
  });
  addFile(zip, list.path).push(list.bytes, true);
  let bytes = 0;
  for (const [done, file] of files.entries()) {
    sink.onProgress(done, bytes);
    // One after another, so that a long pack takes the memory of one piece.
    // oxlint-disable-next-line no-await-in-loop
    await copy(file, addFile(zip, file.path), source, {
      ...sink,
      signal: sink.signal,
      onProgress: (_, ofFile) => sink.onProgress(done, bytes + ofFile),
    });
    bytes += file.blob.bytes;
  }
  zip.end();
  must(ended, 'a zip ends with its directory');
  sink.onProgress(files.length, bytes);
}

function addFile(zip: Zip, path: string): ZipPassThrough {
  const entry = new ZipPassThrough(path);
  zip.add(entry);
  return entry;
}

async function copy(
  { path, blob }: PackFile,
  entry: ZipPassThrough,
  source: PackSource,
  sink: PackSink,
): Promise<void> {
  const hasher = await source.createHasher();
  for (let at = 0; at < blob.bytes;) {
    sink.signal.throwIfAborted();
    // oxlint-disable-next-line no-await-in-loop
    const piece = await source.read(blob, at, Math.min(at + pieceBytes, blob.bytes));
    if (piece.length === 0) throw new DamagedFile(path);
    hasher.update(piece);
    at += piece.length;
    if (at >= blob.bytes && hasher.digest() !== blob.sha256) throw new DamagedFile(path);
    entry.push(piece, at >= blob.bytes);
    sink.onProgress(0, at);
  }
}
