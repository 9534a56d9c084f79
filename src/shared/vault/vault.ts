import type { BlobProgress, VaultBridge, WantedBlob } from '../bridge/bridge.ts';
import type { Sha256 } from '../records/ids.ts';
import { createSignal, type Stop, type Watchable } from '../std/signal.ts';
import { backOffMs } from '../link/back-off.ts';
import { ChunkSource } from './chunk-source.ts';
import { chunkBytes, chunkCount, chunkLength, chunkParts, clearBytes, sealedBytes } from './chunks.ts';
import { BlobRefused, DiskFull, type StoredBlob, type VaultPorts } from './vault-ports.ts';

/** A full disk, and a hub that does not give a blob, are asked again after this, in milliseconds. */
const slowRetryMs = 15_000;

/** A terminal's copy of a blob, whole or not. */
interface Copy {
  readonly sha256: Sha256;
  bytes: number;
  /** Bytes in chunks that are on disk, as far as known. */
  heldBytes: number;
  state: BlobProgress['state'];
  /** Not to be tried before this moment of the terminal's clock. */
  notBefore: number;
}

/** Thrown inside to leave a blob for a more urgent one, or because the vault has been stopped. */
class Left extends Error {}

/**
 * The documents of a terminal: fetches what is wanted, most urgent first, and gives verified bytes.
 *
 * One pass over a blob reads its chunks in order, from the disk where they open and from the hub where they do not,
 * and hashes all of them. Only when the hash of the whole is right does the blob count as held and is any byte of it
 * given out. A chunk that later fails its tag takes that away until another pass has mended the blob. So a crash
 * at any moment needs no repair: what was not written whole does not open, and is fetched.
 *
 * Hosts differ in disk, network and hash alone; they are passed in.
 */
export class Vault implements VaultBridge {
  readonly #ports: VaultPorts;
  readonly #progress = createSignal<readonly BlobProgress[]>([]);
  readonly #blobs = new Map<Sha256, Copy>();
  #wanted: readonly Sha256[] = [];
  #failures = 0;
  #isOnline = false;
  #isStopped = false;
  #isWorking = false;
  /** Wakes the work when the next blob may be tried again. */
  #alarm: Stop = () => undefined;

  private constructor(ports: VaultPorts, stored: readonly StoredBlob[]) {
    this.#ports = ports;
    for (const { sha256, storedBytes, held } of stored) {
      const bytes = clearBytes(storedBytes);
      const state = held && sealedBytes(bytes) === storedBytes ? 'held' : 'waiting';
      this.#blobs.set(sha256, { sha256, bytes, heldBytes: bytes, state, notBefore: 0 });
    }
  }

  /** Opens a vault with what is on its disk. */
  static async open(ports: VaultPorts): Promise<Vault> {
    return new Vault(ports, await ports.disk.list());
  }

  /** The wanted blobs, most urgent first. */
  get progress(): Watchable<readonly BlobProgress[]> {
    return this.#progress;
  }

  want(blobs: readonly WantedBlob[]): void {
    this.#wanted = blobs.map(({ sha256 }) => sha256);
    for (const { sha256, bytes } of blobs) {
      const known = this.#blobs.get(sha256);
      if (known === undefined) {
        this.#blobs.set(sha256, { sha256, bytes, heldBytes: 0, state: 'waiting', notBefore: 0 });
      } else if (known.bytes !== bytes) {
        known.bytes = bytes;
        known.heldBytes = Math.min(known.heldBytes, bytes);
        known.state = 'waiting';
      }
    }
    this.#tell();
    this.#wake();
  }

  /** The link to the hub is live or not. While it is not, nothing is fetched. */
  setOnline(isOnline: boolean): void {
    if (isOnline && !this.#isOnline) {
      this.#failures = 0;
      for (const blob of this.#blobs.values()) if (blob.state !== 'disk-full') blob.notBefore = 0;
    }
    this.#isOnline = isOnline;
    this.#wake();
  }

  async dropOthers(): Promise<void> {
    const wanted = new Set(this.#wanted);
    for (const sha256 of [...this.#blobs.keys()].filter((name) => !wanted.has(name))) {
      this.#blobs.delete(sha256);
      // One after the other: this is housekeeping, and the disk is shared with a page that is being read.
      // oxlint-disable-next-line no-await-in-loop
      await this.#ports.disk.remove(sha256);
    }
  }

  async read(sha256: Sha256, begin: number, end: number): Promise<Uint8Array | null> {
    const blob = this.#blobs.get(sha256);
    if (blob === undefined || blob.state !== 'held') return null;
    const until = Math.min(end, blob.bytes);
    const parts = chunkParts(begin, until);
    // Together, because each is opened on another thread.
    const chunks = await Promise.all(
      parts.map(({ index }) => this.#ports.disk.readChunk(sha256, index, chunkLength(blob.bytes, index))),
    );
    const bytes = new Uint8Array(Math.max(0, until - begin));
    let at = 0;
    for (const [order, part] of parts.entries()) {
      const chunk = chunks[order];
      if (!chunk) return await this.#doubt(blob);
      bytes.set(chunk.subarray(part.begin, part.end), at);
      at += part.end - part.begin;
    }
    return bytes;
  }

  /** Ends fetching. What is on disk stays. */
  stop(): void {
    this.#isStopped = true;
    this.#alarm();
  }

  /** A chunk of a held blob does not open: nothing of it is given out until it has been mended. */
  async #doubt(blob: Copy): Promise<null> {
    if (blob.state === 'held') {
      blob.state = 'refetching';
      blob.notBefore = 0;
      this.#tell();
      await this.#ports.disk.markHeld(blob.sha256, false);
      this.#wake();
    }
    return null;
  }

  #wake(): void {
    if (this.#isWorking || this.#isStopped) return;
    this.#isWorking = true;
    void this.#work().finally(() => {
      this.#isWorking = false;
      // Something may have been wanted after the work had found nothing more to do.
      if (this.#next() === null) this.#setAlarm();
      else this.#wake();
    });
  }

  async #work(): Promise<void> {
    for (;;) {
      const blob = this.#next();
      if (blob === null) return;
      try {
        // oxlint-disable-next-line no-await-in-loop
        await this.#complete(blob);
        this.#failures = 0;
      } catch (reason) {
        this.#setAside(blob, reason);
      }
    }
  }

  /** The most urgent blob that can be worked on now. Without the hub those that are all here can be checked. */
  #next(): Copy | null {
    if (this.#isStopped) return null;
    const now = this.#ports.timers.now();
    const isPossible = (copy: Copy): boolean => this.#isOnline || copy.heldBytes === copy.bytes;
    return this.#missing().find((copy) => copy.notBefore <= now && isPossible(copy)) ?? null;
  }

  #missing(): readonly Copy[] {
    return this.#wanted
      .flatMap((sha256) => this.#blobs.get(sha256) ?? [])
      .filter(({ state }) => state !== 'held');
  }

  #setAlarm(): void {
    this.#alarm();
    const missing = this.#missing();
    if (missing.length === 0 || !this.#isOnline || this.#isStopped) return;
    const soonest = Math.min(...missing.map(({ notBefore }) => notBefore));
    this.#alarm = this.#ports.timers.after(Math.max(0, soonest - this.#ports.timers.now()), () =>
      this.#wake(),
    );
  }

  /** One pass over a blob; see the class. */
  async #complete(blob: Copy): Promise<void> {
    const { sha256, bytes } = blob;
    const hasher = await this.#ports.createHasher();
    const source = new ChunkSource(this.#ports, sha256, bytes);
    if (blob.state === 'waiting') this.#change(blob, 'fetching');
    let index = 0;
    try {
      for (; index < chunkCount(bytes); index += 1) {
        // oxlint-disable-next-line no-await-in-loop
        hasher.update(await source.take(index));
        blob.heldBytes = Math.max(blob.heldBytes, Math.min(bytes, (index + 1) * chunkBytes));
        if (blob.state === 'disk-full' && source.hasWritten) blob.state = 'fetching';
        this.#tell();
        if (this.#next() !== blob) throw new Left('something else is more urgent');
      }
    } catch (reason) {
      if (!(reason instanceof Left)) blob.heldBytes = index * chunkBytes;
      throw reason;
    } finally {
      source.close();
    }
    if (hasher.digest() !== sha256) return await this.#throwAway(blob);
    await this.#ports.disk.markHeld(sha256, true);
    blob.heldBytes = bytes;
    this.#change(blob, 'held');
  }

  /** All chunks open and yet the whole is not what its name says: the hub gave other bytes. None of them stays. */
  async #throwAway(blob: Copy): Promise<void> {
    await this.#ports.disk.remove(blob.sha256);
    blob.heldBytes = 0;
    blob.notBefore = this.#ports.timers.now() + slowRetryMs;
    this.#change(blob, 'refetching');
    this.#ports.onTrouble(new Error(`the bytes of ${blob.sha256} are not what their name says`));
  }

  #setAside(blob: Copy, reason: unknown): void {
    if (reason instanceof Left) {
      if (blob.state === 'fetching') this.#change(blob, 'waiting');
      return;
    }
    this.#ports.onTrouble(reason);
    const now = this.#ports.timers.now();
    if (reason instanceof DiskFull) {
      // Nothing else would find room either; smaller blobs have to wait their turn as well.
      for (const sha256 of this.#wanted) this.#postpone(sha256, now + slowRetryMs);
      return this.#change(blob, 'disk-full');
    }
    if (reason instanceof BlobRefused) {
      blob.notBefore = now + slowRetryMs;
    } else {
      const wait = backOffMs(this.#failures, this.#ports.random);
      this.#failures += 1;
      for (const sha256 of this.#wanted) this.#postpone(sha256, now + wait);
    }
    this.#change(blob, blob.state === 'refetching' ? 'refetching' : 'waiting');
  }

  #postpone(sha256: Sha256, until: number): void {
    const blob = this.#blobs.get(sha256);
    if (blob !== undefined) blob.notBefore = Math.max(blob.notBefore, until);
  }

  #change(blob: Copy, state: BlobProgress['state']): void {
    blob.state = state;
    this.#tell();
  }

  #tell(): void {
    const told = this.#wanted.flatMap((sha256) => this.#blobs.get(sha256) ?? []);
    this.#progress.set(
      told.map(({ sha256, heldBytes, bytes, state }) => ({ sha256, heldBytes, bytes, state })),
    );
  }
}
