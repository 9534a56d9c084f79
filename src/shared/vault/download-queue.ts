import type { BlobProgress, WantedBlob } from '../bridge/bridge.ts';
import type { MeetingId, Sha256 } from '../records/ids.ts';
import { clearBytes, sealedBytes } from './chunks.ts';
import type { BlobPlace, StoredBlob } from './vault-ports.ts';

/** A terminal's copy of a blob for one meeting, whole or not. */
export interface Copy extends BlobPlace {
  /** The version it was last wanted for; null for what is there and not wanted. */
  versionId: WantedBlob['versionId'] | null;
  bytes: number;
  /** Bytes in chunks that are on disk, as far as known. */
  heldBytes: number;
  state: BlobProgress['state'];
  /** Weather, a refusal or a full disk: not to be tried before this moment of the terminal's clock. */
  notBefore: number;
  /** Its turn comes at this moment, unless somebody waits for it. */
  turnAt: number;
  /** Passes in a row that have brought nothing. */
  failures: number;
}

/** What a vault has and what it is to have, in the order in which it is needed. */
export class DownloadQueue {
  readonly #copies = new Map<string, Copy>();
  #wanted: readonly BlobPlace[] = [];
  /** What somebody waits for in front of the screen; it goes before everything else. */
  #openedNow: Sha256 | null = null;

  constructor(stored: readonly StoredBlob[]) {
    for (const { meetingId, sha256, storedBytes, held } of stored) {
      const bytes = clearBytes(storedBytes);
      const state = held && sealedBytes(bytes) === storedBytes ? 'held' : 'waiting';
      const copy: Copy = {
        meetingId,
        sha256,
        versionId: null,
        bytes,
        heldBytes: bytes,
        state,
        notBefore: 0,
        turnAt: 0,
        failures: 0,
      };
      this.#copies.set(nameOf(copy), copy);
    }
  }

  /** Sets what is to be held, most urgent first; gives those that are new and lacking. */
  want(blobs: readonly WantedBlob[]): readonly Copy[] {
    const fresh: Copy[] = [];
    for (const { meetingId, versionId, sha256, bytes } of blobs) {
      const known = this.#copies.get(nameOf({ meetingId, sha256 }));
      if (known === undefined) {
        const copy: Copy = {
          meetingId,
          sha256,
          versionId,
          bytes,
          heldBytes: 0,
          state: 'waiting',
          notBefore: 0,
          turnAt: 0,
          failures: 0,
        };
        this.#copies.set(nameOf(copy), copy);
        fresh.push(copy);
        continue;
      }
      known.versionId = versionId;
      if (known.bytes === bytes) continue;
      known.bytes = bytes;
      known.heldBytes = Math.min(known.heldBytes, bytes);
      known.state = 'waiting';
    }
    this.#wanted = blobs.map(({ meetingId, sha256 }) => ({ meetingId, sha256 }));
    return fresh;
  }

  /** The wanted copies, most urgent first. */
  get wanted(): readonly Copy[] {
    return this.#wanted.flatMap((place) => this.#copies.get(nameOf(place)) ?? []);
  }

  get all(): readonly Copy[] {
    return [...this.#copies.values()];
  }

  /** Wanted and not held, in the order of need; what cannot be had lately stands behind, so that it holds up nothing. */
  get missing(): readonly Copy[] {
    const rank = (copy: Copy): number => (this.isHurried(copy) ? -1 : copy.failures);
    return this.wanted.filter(({ state }) => state !== 'held').toSorted((a, b) => rank(a) - rank(b));
  }

  /** Somebody has opened this blob: it is needed next. */
  hurry(sha256: Sha256): void {
    this.#openedNow = sha256;
    for (const copy of this.missing) if (copy.sha256 === sha256) copy.turnAt = 0;
  }

  isHurried(copy: Copy): boolean {
    return copy.sha256 === this.#openedNow;
  }

  /** Every copy of a blob, those that are held first. */
  copiesOf(sha256: Sha256): readonly Copy[] {
    const copies = this.all.filter((copy) => copy.sha256 === sha256);
    return [...copies.filter(isHeld), ...copies.filter((copy) => !isHeld(copy))];
  }

  /** Other meetings' held copies of the same blob. */
  twinsOf(copy: Copy): readonly Copy[] {
    return this.copiesOf(copy.sha256).filter((other) => other !== copy && isHeld(other));
  }

  forget(place: BlobPlace): void {
    this.#copies.delete(nameOf(place));
  }

  forgetMeeting(meetingId: MeetingId): void {
    for (const copy of this.all) if (copy.meetingId === meetingId) this.forget(copy);
    this.#wanted = this.#wanted.filter((place) => place.meetingId !== meetingId);
  }

  knows(copy: Copy): boolean {
    return this.#copies.get(nameOf(copy)) === copy;
  }
}

function isHeld({ state }: Copy): boolean {
  return state === 'held';
}

function nameOf({ meetingId, sha256 }: BlobPlace): string {
  return `${meetingId}|${sha256}`;
}
