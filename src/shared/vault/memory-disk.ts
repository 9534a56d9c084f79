import type { Sha256 } from '../records/ids.ts';
import type { BlobDisk } from './vault-ports.ts';

/** A vault's disk that is none: for hosts without a file system. What it holds is gone with the next start. */
export function createMemoryDisk(): BlobDisk {
  const blobs = new Map<Sha256, Map<number, Uint8Array>>();
  return {
    list: () => Promise.resolve([]),
    readChunk: (sha256, index, length) => {
      const chunk = blobs.get(sha256)?.get(index);
      return Promise.resolve(chunk?.length === length ? chunk : null);
    },
    writeChunk: (sha256, index, bytes) => {
      const chunks = blobs.get(sha256) ?? new Map<number, Uint8Array>();
      blobs.set(sha256, chunks.set(index, bytes));
      return Promise.resolve();
    },
    markHeld: () => Promise.resolve(),
    remove: (sha256) => {
      blobs.delete(sha256);
      return Promise.resolve();
    },
  };
}
