import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';

export type LeaveRefusal = Extract<RefusalCode, 'shell/wrong-password' | 'shell/too-many-attempts'>;

export interface LeaveAttemptsPorts {
  /** Encoded hashes of the IT passwords in force: of the policy and of the pairing. */
  hashes(): readonly string[];
  isPassword(password: string, encoded: string): Promise<boolean>;
  /** Milliseconds since 1970, by this machine's clock. */
  now(): number;
  /** Told of every try. */
  onTried(outcome: 'right' | LeaveRefusal, waitMs: number): void;
}

/** After so many wrong passwords one has to wait. */
const freeTries = 5;
const firstWaitMs = 30_000;
const longestWaitMs = 15 * 60_000;

/** Judges passwords by which IT leaves the kiosk: one at a time, and after five wrong ones with longer and longer waits. */
export class LeaveAttempts {
  readonly #ports: LeaveAttemptsPorts;
  #wrong = 0;
  #notBefore = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(ports: LeaveAttemptsPorts) {
    this.#ports = ports;
  }

  /** False on a machine that nobody has given an IT password: everybody may leave then. */
  get isGuarded(): boolean {
    return this.#ports.hashes().length > 0;
  }

  /** Milliseconds until the next password is judged. */
  get waitMs(): number {
    // A clock that was set back lets nobody in sooner, and nobody wait for years.
    return Math.min(longestWaitMs, Math.max(0, this.#notBefore - this.#ports.now()));
  }

  try(password: string): Promise<Result<null, LeaveRefusal>> {
    const judged = this.#last.then(() => this.#judge(password));
    this.#last = judged.catch(() => undefined);
    return judged;
  }

  async #judge(password: string): Promise<Result<null, LeaveRefusal>> {
    if (this.waitMs > 0) return this.#refuse('shell/too-many-attempts');
    for (const encoded of this.#ports.hashes()) {
      // oxlint-disable-next-line no-await-in-loop
      if (!(await this.#ports.isPassword(password, encoded))) continue;
      this.#wrong = 0;
      this.#ports.onTried('right', 0);
      return ok(null);
    }
    this.#wrong += 1;
    if (this.#wrong >= freeTries) {
      const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** (this.#wrong - freeTries));
      this.#notBefore = this.#ports.now() + waitMs;
    }
    return this.#refuse('shell/wrong-password');
  }

  #refuse(code: LeaveRefusal): Result<null, LeaveRefusal> {
    this.#ports.onTried(code, this.waitMs);
    return refused(code);
  }
}
