import type { MeetingId, Sha256 } from '../records/ids.ts';
import type { Random } from '../std/random.ts';
import type { Timers } from '../std/timers.ts';

/** A meeting's copy of a blob: what two meetings have among their papers lies there twice, under two keys. */
export interface BlobPlace {
  readonly meetingId: MeetingId;
  readonly sha256: Sha256;
}

/** A blob as a terminal finds it on its disk at the start. */
export interface StoredBlob extends BlobPlace {
  /** Length of its file. */
  readonly storedBytes: number;
  /** It was once whole and its hash was right. */
  readonly held: boolean;
}

/**
 * The disk of a vault: chunks, sealed under the key of their meeting. One owner at a time. A chunk need not survive a
 * power cut when its write resolves, since a torn one does not open and is fetched again; what is marked as held does,
 * with its key, and so does the end of a key. The mark itself need not: a blob without it is hashed once more.
 */
export interface BlobDisk {
  list(): Promise<readonly StoredBlob[]>;
  /** The bytes of a chunk in clear; null when it is not there or does not open. `length` is what it should have. */
  readChunk(place: BlobPlace, index: number, length: number): Promise<Uint8Array | null>;
  /** Rejects with {@link DiskFull} when there is no room. */
  writeChunk(place: BlobPlace, index: number, bytes: Uint8Array): Promise<void>;
  /** Notes that the blob is whole and its hash right, once all its chunks are durable; or that this is no longer sure. */
  markHeld(place: BlobPlace, held: boolean): Promise<void>;
  remove(place: BlobPlace): Promise<void>;
  /** Meetings whose key has been destroyed on this disk, for ever. */
  recalled(): Promise<readonly MeetingId[]>;
  /** Puts a mark in the place of a meeting's key. Durable when it resolves; from then on nothing of it opens. */
  destroyKey(meetingId: MeetingId): Promise<void>;
  /** Deletes everything of a meeting but that mark. */
  removeMeeting(meetingId: MeetingId): Promise<void>;
}

/** There is no room on the disk; nothing that was there before has changed. */
export class DiskFull extends Error {
  override readonly name = 'DiskFull';
}

/** The meeting has been recalled: its key is gone, and no other is made. */
export class MeetingRecalled extends Error {
  override readonly name = 'MeetingRecalled';
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
