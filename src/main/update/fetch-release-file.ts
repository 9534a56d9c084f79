import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ReleaseFile } from '../../shared/update/release-metadata.ts';
import { UpdateRefused, type ReleaseFeed } from './release-feed.ts';

export interface FetchingFile {
  readonly feed: ReleaseFeed;
  readonly file: ReleaseFile;
  /** Holds what has come so far; named after the digest, so that a part is never continued with another file. */
  readonly partsFolder: string;
  readonly destination: string;
  readonly signal: AbortSignal;
  /** Bytes that are on disk. */
  onProgress(bytes: number): void;
}

/**
 * Fetches a file of a release to `destination`, going on where an earlier attempt was cut off. It is there only when
 * its length and its SHA-512 are what the signed metadata promised; a part that turns out wrong is deleted. Throws an
 * {@link UpdateRefused}.
 */
export async function fetchReleaseFile(fetching: FetchingFile): Promise<void> {
  const { file, partsFolder, destination } = fetching;
  await mkdir(partsFolder, { recursive: true, mode: 0o700 });
  const part = join(partsFolder, `${Buffer.from(file.sha512, 'base64').toString('hex').slice(0, 32)}.part`);
  const had = (await stat(part).catch(() => null))?.size ?? 0;
  const digest = createHash('sha512');
  const held = had > file.bytes ? 0 : had;
  await takeUp(part, held, digest);
  const bytes = held === file.bytes ? held : await append(part, held, { digest, fetching });
  if (bytes < file.bytes) throw new UpdateRefused('update/unreachable');
  if (bytes > file.bytes || digest.digest('base64') !== file.sha512) {
    await rm(part, { force: true });
    throw new UpdateRefused('update/damaged');
  }
  await mkdir(dirname(destination), { recursive: true });
  await rename(part, destination);
}

/** Digests what is there already. */
async function takeUp(part: string, bytes: number, digest: Hash): Promise<void> {
  if (bytes === 0) return;
  for await (const piece of createReadStream(part, { end: bytes - 1 })) digest.update(piece);
}

interface Appending {
  readonly digest: Hash;
  readonly fetching: FetchingFile;
}

/** Returns the length that the part has now; never longer than one byte too many, however much the source sends. */
async function append(part: string, held: number, { digest, fetching }: Appending): Promise<number> {
  const { feed, file, signal, onProgress } = fetching;
  const stream = await feed.open(file.name, held, signal);
  if (stream.offset !== held) {
    await rm(part, { force: true });
    throw new UpdateRefused('update/unreachable');
  }
  await using handle = await open(part, held === 0 ? 'w' : 'r+', 0o600);
  let bytes = held;
  for await (const piece of stream.pieces) {
    if (signal.aborted) throw new UpdateRefused('update/unreachable');
    await write(handle, piece, bytes);
    digest.update(piece);
    bytes += piece.byteLength;
    onProgress(bytes);
    if (bytes > file.bytes) return bytes;
  }
  await handle.sync();
  return bytes;
}

async function write(handle: FileHandle, piece: Uint8Array, at: number): Promise<void> {
  await handle.write(piece, 0, piece.byteLength, at);
}
