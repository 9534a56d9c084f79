import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { GuardBridge, GuardState, Unlocking } from '../bridge/bridge.ts';
import { pinFloor } from '../private-layer/pin-cost.ts';
import { newSettings, type StretchPin } from '../private-layer/stretch-pin.ts';
import type { MeetingId, ParticipantId } from '../records/ids.ts';
import { createSignal, type Watchable } from '../std/signal.ts';
import type { Timers } from '../std/timers.ts';
import type { LockState, LockStorage } from './guard-storage.ts';

/** After so many wrong PINs the next try has to wait, first so long and then twice as long each time, in milliseconds. */
const freeTries = 5;
const firstWaitMs = 30_000;
const longestWaitMs = 15 * 60_000;

export interface GuardPorts {
  readonly storage: LockStorage;
  readonly stretch: StretchPin;
  readonly timers: Pick<Timers, 'now'>;
  /** Unguessable. */
  randomBytes(count: number): Uint8Array;
  /** Meetings whose key this terminal has destroyed. */
  readonly recalled: readonly MeetingId[];
}

/**
 * Stands between a terminal's material and whoever is in front of it. It opens once it is known whether something has
 * been recalled (or that the hub cannot be asked), and while the terminal is not locked.
 *
 * The lock works without the hub: at sign-in the PIN is stretched once more, under a salt of this terminal, and what
 * comes of it is kept sealed by the host. Whoever has the terminal's keys can try all PINs against it; the lock keeps
 * out people who pass by, and sealing keeps out the others.
 */
export class Guard implements GuardBridge {
  readonly #ports: GuardPorts;
  readonly #state;
  #lock: LockState | null;
  #knowsRecalls = false;
  #recalled: readonly MeetingId[];
  #wrong = 0;
  #waitUntil = 0;

  private constructor(ports: GuardPorts, lock: LockState | null) {
    this.#ports = ports;
    this.#lock = lock;
    this.#recalled = ports.recalled;
    this.#state = createSignal<GuardState>(this.#now());
  }

  static async open(ports: GuardPorts): Promise<Guard> {
    return new Guard(ports, await ports.storage.load());
  }

  get state(): Watchable<GuardState> {
    return this.#state;
  }

  /** Resolves once material may be given out. */
  async whenOpen(): Promise<void> {
    if (this.#state.get().state === 'open') return;
    await new Promise<void>((resolve) => {
      const stop = this.#state.subscribe(({ state }) => {
        if (state !== 'open') return;
        stop();
        resolve();
      });
    });
  }

  /** What has been recalled is known and obeyed, or the hub cannot be asked. */
  recallsAreKnown(): void {
    this.#knowsRecalls = true;
    this.#tell();
  }

  /** These meetings' keys are gone. */
  haveRecalled(meetings: readonly MeetingId[]): void {
    this.#recalled = [...new Set([...this.#recalled, ...meetings])];
    this.#tell();
  }

  /** A person has signed in with this PIN: from now on it unlocks this terminal. */
  async signedIn(participantId: ParticipantId, pin: string): Promise<void> {
    const settings = newSettings(pinFloor, (count) => this.#ports.randomBytes(count));
    await this.#keep({ participantId, settings, check: await this.#checkOf(pin, settings), isLocked: false });
    this.#wrong = 0;
    this.#waitUntil = 0;
  }

  async lock(): Promise<void> {
    if (this.#lock !== null) await this.#keep({ ...this.#lock, isLocked: true });
  }

  async unlock(pin: string): Promise<Unlocking> {
    const lock = this.#lock;
    if (lock === null || !lock.isLocked) return { is: 'open' };
    const waitMs = this.#waitUntil - this.#ports.timers.now();
    if (waitMs > 0) return { is: 'waiting', waitMs };
    if ((await this.#checkOf(pin, lock.settings)) !== lock.check) return this.#wasWrong();
    await this.#keep({ ...lock, isLocked: false });
    this.#wrong = 0;
    return { is: 'open' };
  }

  #wasWrong(): Unlocking {
    this.#wrong += 1;
    if (this.#wrong >= freeTries) {
      const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** (this.#wrong - freeTries));
      this.#waitUntil = this.#ports.timers.now() + waitMs;
    }
    return { is: 'wrong' };
  }

  async #checkOf(pin: string, settings: LockState['settings']): Promise<string> {
    const stretched = await this.#ports.stretch(pin, settings);
    return bytesToHex(sha256(concatBytes(utf8ToBytes('nghisu/lock/1'), stretched)));
  }

  async #keep(lock: LockState): Promise<void> {
    // Locked on the screen even if the disk should refuse; open only once the disk has it.
    if (lock.isLocked) this.#lock = lock;
    if (lock.isLocked) this.#tell();
    await this.#ports.storage.keep(lock);
    this.#lock = lock;
    this.#tell();
  }

  #tell(): void {
    const next = this.#now();
    const told = this.#state.get();
    const isSame =
      next.state === told.state &&
      next.lockedBy === told.lockedBy &&
      next.canLock === told.canLock &&
      next.recalled === told.recalled;
    if (!isSame) this.#state.set(next);
  }

  #now(): GuardState {
    const isLocked = this.#lock?.isLocked ?? false;
    return {
      state: !this.#knowsRecalls ? 'checking' : isLocked ? 'locked' : 'open',
      lockedBy: isLocked ? (this.#lock?.participantId ?? null) : null,
      canLock: this.#lock !== null,
      recalled: this.#recalled,
    };
  }
}
