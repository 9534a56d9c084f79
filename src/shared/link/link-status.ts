import type { LinkStatus } from '../bridge/bridge.ts';
import { limits } from '../protocol/limits.ts';
import type { PongMessage } from '../protocol/pong.ts';
import type { RefusalCode } from '../refusals/refusal-table.ts';
import { createSignal, type Watchable } from '../std/signal.ts';
import type { Timers } from '../std/timers.ts';

/** A smaller change of the clock difference than this many milliseconds is not worth telling. */
const noticeableClockMs = 250;

/** Keeps the one {@link LinkStatus} that people see; it changes only when there is something new to say. */
export class StatusTeller {
  readonly #timers: Pick<Timers, 'now'>;
  readonly #status;

  constructor(timers: Pick<Timers, 'now'>) {
    this.#timers = timers;
    const since = timers.now();
    this.#status = createSignal<LinkStatus>({
      state: 'unregistered',
      since,
      clockDifferenceMs: null,
      code: null,
    });
  }

  get status(): Watchable<LinkStatus> {
    return this.#status;
  }

  tell(state: LinkStatus['state'], code: RefusalCode | null = null): void {
    const told = this.#status.get();
    if (told.state === state && told.code === code) return;
    this.#status.set({ state, since: this.#timers.now(), clockDifferenceMs: told.clockDifferenceMs, code });
  }

  /** Measures the hub's clock by a pong, taking it that both ways took the same time. */
  measureClock(pong: PongMessage): void {
    const now = this.#timers.now();
    const roundTrip = now - pong.at;
    // This machine's clock was set between ping and pong: the next pong will tell.
    if (roundTrip < 0 || roundTrip > limits.silenceMs) return;
    const difference = Math.round(pong.now - (pong.at + roundTrip / 2));
    const told = this.#status.get();
    const known = told.clockDifferenceMs;
    if (known !== null && Math.abs(known - difference) < noticeableClockMs) return;
    this.#status.set({ ...told, clockDifferenceMs: difference });
  }
}
