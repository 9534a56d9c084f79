import { limits } from '../protocol/limits.ts';
import type { PongMessage } from '../protocol/pong.ts';

/** Pings that the latency is taken from. */
const remembered = 9;

/** How long a ping takes there and back: the median of the last ones, for one of them may have waited for a page. */
export class RoundTrip {
  readonly #last: number[] = [];

  /** Takes a pong that has come in at `now`, by the clock that made the ping. */
  measure({ at }: Pick<PongMessage, 'at'>, now: number): void {
    const took = now - at;
    // The clock was set between ping and pong.
    if (took < 0 || took > limits.silenceMs) return;
    this.#last.push(took);
    if (this.#last.length > remembered) this.#last.shift();
  }

  /** In milliseconds; null before the first pong. */
  get medianMs(): number | null {
    const sorted = this.#last.toSorted((one, other) => one - other);
    return sorted[Math.floor(sorted.length / 2)] ?? null;
  }

  /** Another connection may go another way. */
  forget(): void {
    this.#last.length = 0;
  }
}
