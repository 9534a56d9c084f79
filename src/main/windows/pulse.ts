import type { Stop } from '../../shared/std/signal.ts';
import type { Timers } from '../../shared/std/timers.ts';

/** How often a page is asked whether it is alive, in milliseconds. */
const beatMs = 300;
/**
 * So many beats without an answer and the page is hung. Electron's own `unresponsive` comes fifteen seconds after a
 * touch, and a hung page is to be back within three seconds: 1.8 s at most until it is found out, the rest for loading.
 */
const missedBeats = 5;
/**
 * What a missed beat counts for while no processor has anything left: a sound page may be waiting for its turn then, and
 * to load it again would only make the machine busier. It is given four times as long, six seconds.
 */
const crowdedBeat = 0.25;

export interface PulsePorts {
  readonly timers: Timers;
  /** Asks the page anything; resolves once its main thread has answered. */
  ask(): Promise<unknown>;
  /** Whether all processors have been busy since this was asked last. */
  isCrowded(): boolean;
  onHung(silentMs: number): void;
}

/**
 * Feels the pulse of a page. A machine that was asleep, or a main process that was busy itself, blames no page for it,
 * and one that has too much to do is patient.
 */
export class Pulse {
  readonly #ports: PulsePorts;
  #next: Stop | null = null;
  #round = 0;
  #missed = 0;
  /** For how long the present question has been left without an answer, as far as it counts. */
  #silentMs = 0;
  #isAnswered = true;
  #lastBeat = 0;

  constructor(ports: PulsePorts) {
    this.#ports = ports;
  }

  /** The page has loaded: begins to ask, or begins anew. */
  start(): void {
    this.stop();
    this.#missed = 0;
    this.#silentMs = 0;
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
    const { timers, isCrowded, onHung } = this.#ports;
    const sinceLast = timers.now() - this.#lastBeat;
    this.#lastBeat = timers.now();
    const worth = isCrowded() ? crowdedBeat : 1;
    if (this.#isAnswered) {
      this.#missed = 0;
      this.#silentMs = 0;
      this.#ask();
    } else if (sinceLast < 2 * beatMs) {
      this.#missed += worth;
      this.#silentMs += beatMs;
    }
    if (this.#missed < missedBeats) return this.#plan();
    this.#next = null;
    return onHung(this.#silentMs);
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
