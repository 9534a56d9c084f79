import type { BlobProgress, VaultBridge, WantedBlob } from '../bridge/bridge.ts';
import type { MeetingId, Sha256 } from '../records/ids.ts';
import { createSignal, type Stop, type Watchable } from '../std/signal.ts';
import { backOffMs } from '../link/back-off.ts';
import { ChunkSource, writesAtOnce } from './chunk-source.ts';
import { chunkBytes, chunkCount, chunkLength, chunkParts } from './chunks.ts';
import { DownloadQueue, type Copy } from './download-queue.ts';
import { BlobRefused, DiskFull, MeetingRecalled, type VaultPorts } from './vault-ports.ts';

/** A full disk, and a hub that does not give a blob, are asked again after this, in milliseconds. */
const slowRetryMs = 15_000;

/** All terminals of a room learn of a new document at once; each begins at its own moment within this time. */
const spreadMs = 1_000;

/** After each sign of live traffic downloads leave the line to it for so long, in milliseconds. */
const yieldMs = 250;

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
 * One blob is fetched at a time, and between two chunks live traffic goes first. A recalled meeting's blobs are not
 * given out from the call on, and never fetched again.
 *
 * Hosts differ in disk, network and hash alone; they are passed in.
 */
export class Vault implements VaultBridge {
  readonly #ports: VaultPorts;
  readonly #progress = createSignal<readonly BlobProgress[]>([]);
  readonly #queue: DownloadQueue;
  readonly #recalled: Set<MeetingId>;
  #failures = 0;
  #isOnline = false;
  #isStopped = false;
  #isWorking = false;
  #quietUntil = 0;
  /** Wakes the work when the next blob may be tried again. */
  #alarm: Stop = () => undefined;

  private constructor(ports: VaultPorts, queue: DownloadQueue, recalled: readonly MeetingId[]) {
    this.#ports = ports;
    this.#queue = queue;
    this.#recalled = new Set(recalled);
  }

  /** Opens a vault with what is on its disk. What a recall had still to delete when the power went is deleted now. */
  static async open(ports: VaultPorts): Promise<Vault> {
    const recalled = await ports.disk.recalled();
    await Promise.all(
      recalled.map((meetingId) => ports.disk.removeMeeting(meetingId).catch(ports.onTrouble)),
    );
    return new Vault(ports, new DownloadQueue(await ports.disk.list()), recalled);
  }

  /** The wanted blobs, most urgent first. */
  get progress(): Watchable<readonly BlobProgress[]> {
    return this.#progress;
  }

  /** Meetings whose papers are gone from here for ever. */
  get recalled(): readonly MeetingId[] {
    return [...this.#recalled];
  }

  want(blobs: readonly WantedBlob[]): void {
    const allowed = blobs.filter(({ meetingId }) => !this.#recalled.has(meetingId));
    const turnAt = this.#ports.timers.now() + this.#ports.random() * spreadMs;
    for (const copy of this.#queue.want(allowed)) copy.turnAt = turnAt;
    this.#tell();
    this.#wake();
  }

  /** The link to the hub is live or not. While it is not, nothing is fetched. */
  setOnline(isOnline: boolean): void {
    if (isOnline && !this.#isOnline) {
      this.#failures = 0;
      for (const copy of this.#queue.all) {
        copy.failures = 0;
        if (copy.state !== 'disk-full') copy.notBefore = 0;
      }
    }
    this.#isOnline = isOnline;
    this.#wake();
  }

  /** Something live is going on (a vote, the pages of a presenter): downloads leave it the line for a moment. */
  yieldToLive(): void {
    this.#quietUntil = this.#ports.timers.now() + yieldMs;
  }

  async dropOthers(): Promise<void> {
    const wanted = new Set(this.#queue.wanted);
    for (const copy of this.#queue.all.filter((one) => !wanted.has(one))) {
      this.#queue.forget(copy);
      // One after the other: this is housekeeping, and the disk is shared with a page that is being read.
      // oxlint-disable-next-line no-await-in-loop
      await this.#ports.disk.remove(copy);
    }
  }

  async read(sha256: Sha256, begin: number, end: number): Promise<Uint8Array | null> {
    for (const copy of this.#queue.copiesOf(sha256)) {
      if (copy.state !== 'held') break;
      // oxlint-disable-next-line no-await-in-loop
      const bytes = await this.#readCopy(copy, begin, end);
      if (bytes !== null) return bytes;
    }
    this.#queue.hurry(sha256);
    this.#wake();
    return null;
  }

  /**
   * Makes everything of a meeting unreadable and gone, for ever: its key first, its files second. Resolves once the key
   * is destroyed durably; files that the disk does not give up now are deleted at the next start.
   */
  async recall(meetingId: MeetingId): Promise<void> {
    this.#recalled.add(meetingId);
    this.#queue.forgetMeeting(meetingId);
    this.#tell();
    await this.#ports.disk.destroyKey(meetingId);
    try {
      await this.#ports.disk.removeMeeting(meetingId);
    } catch (reason) {
      this.#ports.onTrouble(reason);
    }
  }

  /** Ends fetching. What is on disk stays. */
  stop(): void {
    this.#isStopped = true;
    this.#alarm();
  }

  async #readCopy(copy: Copy, begin: number, end: number): Promise<Uint8Array | null> {
    const until = Math.min(end, copy.bytes);
    const parts = chunkParts(begin, until);
    // Together, because each is opened on another thread.
    const chunks = await Promise.all(
      parts.map(({ index }) => this.#ports.disk.readChunk(copy, index, chunkLength(copy.bytes, index))),
    );
    if (this.#recalled.has(copy.meetingId)) return null;
    const bytes = new Uint8Array(Math.max(0, until - begin));
    let at = 0;
    for (const [order, part] of parts.entries()) {
      const chunk = chunks[order];
      if (!chunk) return await this.#doubt(copy);
      bytes.set(chunk.subarray(part.begin, part.end), at);
      at += part.end - part.begin;
    }
    return bytes;
  }

  /** A chunk of a held blob does not open: nothing of it is given out until it has been mended. */
  async #doubt(copy: Copy): Promise<null> {
    if (copy.state === 'held') {
      copy.state = 'refetching';
      copy.notBefore = 0;
      this.#tell();
      await this.#ports.disk.markHeld(copy, false);
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
      const copy = this.#next();
      if (copy === null) return;
      try {
        // oxlint-disable-next-line no-await-in-loop
        await this.#complete(copy);
        this.#failures = 0;
      } catch (reason) {
        this.#setAside(copy, reason);
      }
    }
  }

  /** The most urgent blob that can be worked on now. Without the hub those that are all here can be checked. */
  #next(): Copy | null {
    if (this.#isStopped) return null;
    const now = this.#ports.timers.now();
    const isPossible = (copy: Copy): boolean =>
      this.#isOnline || copy.heldBytes === copy.bytes || this.#queue.twinsOf(copy).length > 0;
    return (
      this.#queue.missing.find((copy) => copy.notBefore <= now && copy.turnAt <= now && isPossible(copy)) ??
      null
    );
  }

  #setAlarm(): void {
    this.#alarm();
    const { missing } = this.#queue;
    if (missing.length === 0 || !this.#isOnline || this.#isStopped) return;
    const soonest = Math.min(...missing.map(({ notBefore, turnAt }) => Math.max(notBefore, turnAt)));
    this.#alarm = this.#ports.timers.after(Math.max(0, soonest - this.#ports.timers.now()), () =>
      this.#wake(),
    );
  }

  /** One pass over a blob; see the class. */
  async #complete(copy: Copy): Promise<void> {
    const { sha256, bytes } = copy;
    const hasher = await this.#ports.createHasher();
    const source = new ChunkSource(this.#ports, copy, { bytes, twins: this.#queue.twinsOf(copy) });
    if (copy.state === 'waiting') this.#change(copy, 'fetching');
    let index = 0;
    try {
      for (; index < chunkCount(bytes); index += 1) {
        // oxlint-disable-next-line no-await-in-loop
        await this.#leaveTheLine(copy);
        // oxlint-disable-next-line no-await-in-loop
        hasher.update(await source.take(index));
        copy.heldBytes = Math.max(copy.heldBytes, Math.min(bytes, (index + 1) * chunkBytes));
        if (copy.state === 'disk-full' && source.hasWritten) copy.state = 'fetching';
        this.#tell();
        if (this.#next() !== copy) throw new Left('something else is more urgent');
      }
      await source.settle();
    } catch (reason) {
      const sure = await source.settle().then(
        () => index,
        () => Math.max(0, index - writesAtOnce),
      );
      if (!(reason instanceof Left)) {
        copy.heldBytes = sure * chunkBytes;
        copy.failures = source.hasWritten ? 0 : copy.failures + 1;
      }
      throw reason;
    } finally {
      source.close();
    }
    if (hasher.digest() !== sha256) return await this.#throwAway(copy);
    await this.#ports.disk.markHeld(copy, true);
    copy.heldBytes = bytes;
    this.#change(copy, 'held');
  }

  /** Waits while something live has the line; not for a blob that somebody waits for. */
  async #leaveTheLine(copy: Copy): Promise<void> {
    const { timers } = this.#ports;
    const wait = this.#quietUntil - timers.now();
    if (wait <= 0 || this.#isStopped || this.#queue.isHurried(copy)) return;
    // Once and no longer: in a busy room a chunk still comes every now and then.
    await new Promise<void>((resolve) => void timers.after(wait, resolve));
  }

  /** All chunks open and yet the whole is not what its name says: the hub gave other bytes. None of them stays. */
  async #throwAway(copy: Copy): Promise<void> {
    await this.#ports.disk.remove(copy);
    copy.heldBytes = 0;
    copy.notBefore = this.#ports.timers.now() + slowRetryMs;
    this.#change(copy, 'refetching');
    this.#ports.onTrouble(new Error(`the bytes of ${copy.sha256} are not what their name says`));
  }

  #setAside(copy: Copy, reason: unknown): void {
    if (!this.#queue.knows(copy)) return;
    if (reason instanceof MeetingRecalled) return this.#queue.forgetMeeting(copy.meetingId);
    if (reason instanceof Left) {
      if (copy.state === 'fetching') this.#change(copy, 'waiting');
      return;
    }
    this.#ports.onTrouble(reason);
    const now = this.#ports.timers.now();
    if (reason instanceof DiskFull) {
      // Nothing else would find room either; smaller blobs have to wait their turn as well.
      this.#postponeAll(now + slowRetryMs);
      return this.#change(copy, 'disk-full');
    }
    if (reason instanceof BlobRefused) {
      copy.notBefore = now + slowRetryMs;
    } else {
      this.#postponeAll(now + backOffMs(this.#failures, this.#ports.random));
      this.#failures += 1;
    }
    this.#change(copy, copy.state === 'refetching' ? 'refetching' : 'waiting');
  }

  #postponeAll(until: number): void {
    for (const copy of this.#queue.wanted) copy.notBefore = Math.max(copy.notBefore, until);
  }

  #change(copy: Copy, state: BlobProgress['state']): void {
    copy.state = state;
    this.#tell();
  }

  #tell(): void {
    this.#progress.set(
      this.#queue.wanted.flatMap(({ meetingId, versionId, sha256, heldBytes, bytes, state }) =>
        versionId === null ? [] : [{ meetingId, versionId, sha256, heldBytes, bytes, state }],
      ),
    );
  }
}
