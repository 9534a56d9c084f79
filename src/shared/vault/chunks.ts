import { must } from '../std/must.ts';

/**
 * How a blob lies on a terminal: cut into chunks of one size, each sealed by itself, one after the other in one file.
 * A sealed chunk is its initialisation vector, its ciphertext and its tag, so every chunk but the last has one length,
 * and the file is its own map: whatever opens is held, whatever does not open was never written whole.
 */

/** Bytes of a chunk in clear; measured as the best of 64 KiB to 4 MiB for writing and for reading. */
export const chunkBytes = 256 * 1024;

/** AES-GCM: a random initialisation vector before, a tag behind. */
export const chunkIvBytes = 12;
export const chunkTagBytes = 16;
const sealBytes = chunkIvBytes + chunkTagBytes;

/** Number of chunks of a blob of `bytes`. */
export function chunkCount(bytes: number): number {
  return Math.ceil(bytes / chunkBytes);
}

/** Bytes in clear of chunk `index` of a blob of `bytes`. */
export function chunkLength(bytes: number, index: number): number {
  must(index >= 0 && index < chunkCount(bytes), 'the chunk is outside of the blob');
  return Math.min(chunkBytes, bytes - index * chunkBytes);
}

/** Where the sealed chunk `index` begins in the file. */
export function sealedOffset(index: number): number {
  return index * (chunkBytes + sealBytes);
}

/** Bytes on disk of a sealed chunk of `length` bytes in clear. */
export function sealedLength(length: number): number {
  return length + sealBytes;
}

/** Bytes on disk of a whole blob of `bytes`. */
export function sealedBytes(bytes: number): number {
  return bytes + chunkCount(bytes) * sealBytes;
}

/** Whole chunks' bytes in clear in a file of `stored` bytes, at most; what a torn last chunk holds does not count. */
export function clearBytes(stored: number): number {
  const whole = Math.floor(stored / (chunkBytes + sealBytes));
  const rest = stored - whole * (chunkBytes + sealBytes);
  return whole * chunkBytes + Math.max(0, rest - sealBytes);
}

/** What a sealed chunk is bound to: it opens in no other place of no other blob. */
export function chunkName(sha256: string, index: number): string {
  return `${sha256}|${index}`;
}

/** A stretch of one chunk, in bytes from its beginning. */
export interface ChunkPart {
  readonly index: number;
  readonly begin: number;
  readonly end: number;
}

/** The parts of chunks that make up the bytes `[begin, end)` of a blob, in order. */
export function chunkParts(begin: number, end: number): readonly ChunkPart[] {
  const parts: ChunkPart[] = [];
  for (let at = begin; at < end;) {
    const index = Math.floor(at / chunkBytes);
    const stop = Math.min(end, (index + 1) * chunkBytes);
    parts.push({ index, begin: at - index * chunkBytes, end: stop - index * chunkBytes });
    at = stop;
  }
  return parts;
}
