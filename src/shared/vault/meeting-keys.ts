import type { MeetingId } from '../records/ids.ts';
import { MeetingRecalled } from './vault-ports.ts';

/**
 * The keys of a vault: a random one per meeting, made on the terminal, and sealed under the key of the device. A recall
 * overwrites it where it lies; the mark that then stands there is never replaced by a key again.
 *
 * A key file is one byte that says which it is, then the sealed key, or as many zeros. A file that does not open (a
 * torn write, another device's key) counts as none: what it has sealed is fetched again under a new key.
 */

/** Where the key files of a vault lie. */
export interface KeyFiles {
  list(): Promise<readonly MeetingId[]>;
  /** Null when there is none. */
  read(meetingId: MeetingId): Promise<Uint8Array | null>;
  /** Overwrites in place, so that no copy of the old bytes stays; durable when it resolves. */
  write(meetingId: MeetingId, bytes: Uint8Array): Promise<void>;
}

/** Seals under the key of the device. What is sealed under one name does not open under another. */
export interface KeySealer {
  seal(name: string, clear: Uint8Array): Promise<Uint8Array>;
  open(name: string, sealed: Uint8Array): Promise<Uint8Array | null>;
}

export interface MeetingKeysPorts<Key> {
  readonly files: KeyFiles;
  readonly sealer: KeySealer;
  /** Unguessable. */
  randomBytes(count: number): Uint8Array;
  /** Makes what the host's cipher takes. */
  toKey(raw: Uint8Array): Promise<Key>;
}

const keyBytes = 32;
const keptMark = 1;
const recalledMark = 0;
/** Initialisation vector, key and tag, behind the mark. */
const fileBytes = 1 + 12 + keyBytes + 16;

export class MeetingKeys<Key> {
  readonly #ports: MeetingKeysPorts<Key>;
  /** The key files as they were found; nobody else writes them. */
  readonly #files = new Map<MeetingId, Uint8Array>();
  readonly #keys = new Map<MeetingId, Promise<Key | null>>();
  /** Keys made here, on their way to the disk or there. */
  readonly #writing = new Map<MeetingId, Promise<void>>();
  readonly #recalled = new Set<MeetingId>();

  private constructor(ports: MeetingKeysPorts<Key>) {
    this.#ports = ports;
  }

  /** Reads what there is. */
  static async open<Key>(ports: MeetingKeysPorts<Key>): Promise<MeetingKeys<Key>> {
    const keys = new MeetingKeys(ports);
    const named = await ports.files.list();
    const files = await Promise.all(named.map((meetingId) => ports.files.read(meetingId)));
    for (const [index, meetingId] of named.entries()) {
      const file = files[index];
      if (file) keys.#files.set(meetingId, file);
      if (file?.[0] === recalledMark) keys.#recalled.add(meetingId);
    }
    return keys;
  }

  get recalled(): readonly MeetingId[] {
    return [...this.#recalled];
  }

  /** The key of a meeting; null when there is none, none that opens, or none any more. */
  async toOpen(meetingId: MeetingId): Promise<Key | null> {
    if (this.#recalled.has(meetingId)) return null;
    const known = this.#keys.get(meetingId) ?? this.#load(meetingId);
    this.#keys.set(meetingId, known);
    const key = await known;
    // A read that was under way when the recall came is not answered.
    return this.#recalled.has(meetingId) ? null : key;
  }

  /**
   * The key of a meeting, made when there is none. It may still be on its way to the disk: whoever promises that what
   * it has sealed will open waits for {@link kept} first. Rejects with {@link MeetingRecalled}.
   */
  async toSeal(meetingId: MeetingId): Promise<Key> {
    if (!this.#recalled.has(meetingId)) {
      const before = this.#keys.get(meetingId) ?? this.#load(meetingId);
      // Noted at once, so that two who ask together get one key.
      const made = before.then((kept) => kept ?? this.#make(meetingId));
      this.#keys.set(meetingId, made);
      try {
        const key = await made;
        if (!this.#recalled.has(meetingId)) return key;
      } catch (reason) {
        if (this.#keys.get(meetingId) === made) this.#keys.delete(meetingId);
        throw reason;
      }
    }
    throw new MeetingRecalled('the meeting has been recalled');
  }

  /** Resolves once the key of a meeting is durable. Where the disk refuses it, another is made for what comes next. */
  async kept(meetingId: MeetingId): Promise<void> {
    const writing = this.#writing.get(meetingId);
    try {
      await writing;
    } catch (reason) {
      if (this.#writing.get(meetingId) === writing) {
        this.#writing.delete(meetingId);
        this.#keys.delete(meetingId);
      }
      throw reason;
    }
  }

  /** See `BlobDisk.destroyKey`. The key is not given out any more from this call on. */
  async destroy(meetingId: MeetingId): Promise<void> {
    this.#recalled.add(meetingId);
    const making = this.#keys.get(meetingId);
    this.#keys.delete(meetingId);
    // A key that is just being written must not land on top of the mark.
    await making?.catch(() => null);
    await this.#writing.get(meetingId)?.catch(() => undefined);
    await this.#ports.files.write(meetingId, new Uint8Array(fileBytes));
  }

  async #load(meetingId: MeetingId): Promise<Key | null> {
    const file = this.#files.get(meetingId);
    if (file?.[0] !== keptMark) return null;
    const raw = await this.#ports.sealer.open(nameOf(meetingId), file.subarray(1));
    return raw?.length === keyBytes ? await this.#ports.toKey(raw) : null;
  }

  async #make(meetingId: MeetingId): Promise<Key> {
    const raw = this.#ports.randomBytes(keyBytes);
    const sealed = await this.#ports.sealer.seal(nameOf(meetingId), raw);
    const file = new Uint8Array(1 + sealed.length);
    file[0] = keptMark;
    file.set(sealed, 1);
    const writing = this.#ports.files.write(meetingId, file);
    // Told in `kept`.
    writing.catch(() => undefined);
    this.#writing.set(meetingId, writing);
    return await this.#ports.toKey(raw);
  }
}

function nameOf(meetingId: MeetingId): string {
  return `meeting-key|${meetingId}`;
}
