import type { Stop } from '../../shared/std/signal.ts';
import type { Timers } from '../../shared/std/timers.ts';

/** How often a page is asked whether it is alive, in milliseconds. */
const beatMs = 300;
/**
 * So many beats without an answer and the page is hung. Electron's own `unresponsive` comes fifteen seconds after a
 * touch, and a hung page is to be back within three seconds: 1.8 s at most until it is found out, the rest for loading.
 */
const missedBeats = 5;

export interface PulsePorts {
  readonly timers: Timers;
  /** Asks the page anything; resolves once its main thread has answered. */
  ask(): Promise<unknown>;
  onHung(silentMs: number): void;
}

/** Feels the pulse of a page. A machine that was asleep, or a main process that was busy itself, blames no page for it. */
export class Pulse {
  readonly #ports: PulsePorts;
  #next: Stop | null = null;
  #round = 0;
  #missed = 0;
  #isAnswered = true;
  #lastBeat = 0;

  constructor(ports: PulsePorts) {
    this.#ports = ports;
  }

  /** The page has loaded: begins to ask, or begins anew. */
  start(): void {
    this.stop();
    this.#missed = 0;
    this.#isAnswered = true;
    this.#lastBeat = this.#ports.timers.now();
    this.#plan();
  }

  /** The page is gone or about to be loaded. */
  stop(): void {
    this.#next?.();
    this.#next = null;
    this.#round += 1;
  }

  #plan(): void {
    this.#next = this.#ports.timers.after(beatMs, () => this.#beat());
  }

  #beat(): void {
    const { timers, onHung } = this.#ports;
    const sinceLast = timers.now() - this.#lastBeat;
    this.#lastBeat = timers.now();
    if (this.#isAnswered) {
      this.#missed = 0;
      this.#ask();
    } else if (sinceLast < 2 * beatMs) {
      this.#missed += 1;
    }
    if (this.#missed < missedBeats) return this.#plan();
    this.#next = null;
    return onHung(this.#missed * beatMs);
  }

  #ask(): void {
    const round = this.#round;
    this.#isAnswered = false;
    const answered = (): void => {
      if (round === this.#round) this.#isAnswered = true;
    };
    // A page that refuses has answered; one that went away is told of elsewhere.
    this.#ports.ask().then(answered, answered);
  }
}
