import type { Sha256 } from '../records/ids.ts';
import type { Random } from '../std/random.ts';
import type { Timers } from '../std/timers.ts';

/** A blob as a terminal finds it on its disk at the start. */
export interface StoredBlob {
  readonly sha256: Sha256;
  /** Length of its file. */
  readonly storedBytes: number;
  /** It was once whole and its hash was right. */
  readonly held: boolean;
}

/**
 * The disk of a vault: sealed chunks. One owner at a time. A chunk need not survive a power cut when its write
 * resolves, since a torn one does not open and is fetched again; what is marked as held does.
 */
export interface BlobDisk {
  list(): Promise<readonly StoredBlob[]>;
  /** The bytes of a chunk in clear; null when it is not there or does not open. `length` is what it should have. */
  readChunk(sha256: Sha256, index: number, length: number): Promise<Uint8Array | null>;
  /** Rejects with {@link DiskFull} when there is no room. */
  writeChunk(sha256: Sha256, index: number, bytes: Uint8Array): Promise<void>;
  /** Notes that the blob is whole and its hash right, once all its chunks are durable; or that this is no longer sure. */
  markHeld(sha256: Sha256, held: boolean): Promise<void>;
  remove(sha256: Sha256): Promise<void>;
}

/** There is no room on the disk; nothing that was there before has changed. */
export class DiskFull extends Error {
  override readonly name = 'DiskFull';
}

/** The hub does not have the blob or does not give it to this device; asking again at once is of no use. */
export class BlobRefused extends Error {
  override readonly name = 'BlobRefused';
}

/** Bytes of a blob as they come from the hub, from the offset that was asked for, in pieces of any size. */
export interface BlobStream {
  /** The next piece; null after the last. Rejects when the connection breaks. */
  next(): Promise<Uint8Array | null>;
  /** Gives up the rest; calling it twice is harmless. */
  cancel(): void;
}

/** SHA-256 over what is fed to it. */
export interface Hasher {
  update(bytes: Uint8Array): void;
  /** Lower-case hexadecimal. */
  digest(): string;
}

export interface VaultPorts {
  readonly disk: BlobDisk;
  readonly timers: Timers;
  readonly random: Random;
  /**
   * Asks the hub for a blob from `offset` on; the bytes must be of that very blob (`If-Range`).
   * Rejects with {@link BlobRefused}, or with anything else for weather.
   */
  fetch(sha256: Sha256, offset: number): Promise<BlobStream>;
  createHasher(): Promise<Hasher>;
  /** Told of everything that went wrong and was dealt with; for the log. */
  onTrouble(reason: unknown): void;
}
