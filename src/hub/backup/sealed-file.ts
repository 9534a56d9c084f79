import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Decrypter, Encrypter } from 'age-encryption';
import type { PlatformKey } from '../store/platform-key.ts';

/** A file in a backup as it lies there: encrypted, with the hash of what lies there. */
export interface SealedFile {
  readonly bytes: number;
  /** SHA-256 of the encrypted bytes, lower-case hexadecimal. */
  readonly sha256: string;
}

/** How far a long work has come: called with the bytes that have been dealt with since the last call. */
export type OnBytes = (bytes: number) => void;

const pieceBytes = 256 * 1024;

/**
 * Encrypts a file to a recipient of age and syncs it. Answers what lies there now, and the SHA-256 of what was read, so
 * that a source that does not have the bytes it is named by is noticed.
 */
export async function sealFile(
  source: string,
  target: string,
  recipient: string,
  onBytes: OnBytes,
): Promise<SealedFile & { readonly plainSha256: string; readonly plainBytes: number }> {
  const plain = createHash('sha256');
  let plainBytes = 0;
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const sealed = await encrypter.encrypt(
    readPieces(source, (piece) => {
      plain.update(piece);
      plainBytes += piece.byteLength;
      onBytes(piece.byteLength);
    }),
  );
  const written = await writePieces(sealed, target);
  return { ...written, plainSha256: plain.digest('hex'), plainBytes };
}

/** Decrypts a file and syncs it; rejects when it was not encrypted to this identity or is not what was encrypted. */
export async function openSealedFile(
  source: string,
  target: string,
  identity: PlatformKey,
  onBytes: OnBytes,
): Promise<SealedFile> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const plain = await decrypter.decrypt(readPieces(source, (piece) => onBytes(piece.byteLength)));
  return await writePieces(plain, target);
}

/** What lies in a file; null when there is no such file. */
export async function lookAt(file: string, onBytes: OnBytes): Promise<SealedFile | null> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const piece of createReadStream(file, { highWaterMark: pieceBytes })) {
      hash.update(piece as Buffer);
      bytes += (piece as Buffer).byteLength;
      onBytes((piece as Buffer).byteLength);
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR'))
      return null;
    throw error;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Whether a file lies there as it should. */
export function isSame(one: SealedFile | null, other: SealedFile): boolean {
  return one !== null && one.bytes === other.bytes && one.sha256 === other.sha256;
}

/** Length of a file after it has been encrypted to one recipient, at most: age adds a header and 16 bytes per 64 KiB. */
export function sealedBytesAtMost(plainBytes: number): number {
  return plainBytes + 512 + 16 * (Math.floor(plainBytes / (64 * 1024)) + 1);
}

function readPieces(file: string, seen: (piece: Uint8Array) => void): ReadableStream<Uint8Array> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for await (const piece of createReadStream(file, { highWaterMark: pieceBytes })) {
      seen(piece as Buffer);
      yield piece as Buffer;
    }
  }
  return Readable.toWeb(Readable.from(pieces(), { objectMode: true })) as ReadableStream<Uint8Array>;
}

async function writePieces(pieces: AsyncIterable<Uint8Array>, target: string): Promise<SealedFile> {
  await using handle = await open(target, 'wx', 0o600);
  const hash: Hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of pieces) {
    hash.update(piece);
    bytes += piece.byteLength;
    await handle.writeFile(piece);
  }
  await handle.sync();
  return { bytes, sha256: hash.digest('hex') };
}
