import type { LogPort } from '../room/ports.ts';

/** Whoever has the floor at a seat. */
export interface SeatedSpeaker {
  readonly requestId: string;
  readonly seat: string;
}

/** What the microphone system is told: the microphone of a seat goes on or off. */
export interface MicrophoneNews extends SeatedSpeaker {
  readonly speaking: boolean;
  /** The hub's clock, milliseconds since 1970. */
  readonly at: number;
}

export interface MicrophonePorts {
  /** Who has the floor now, as committed; null for nobody, and for somebody without a seat. */
  speaker(): SeatedSpeaker | null;
  /** Tells the microphone system; rejects when it could not be told. */
  tell(news: MicrophoneNews): Promise<void>;
  now(): number;
  /** Waits before the next attempt; resolves early when the hook is stopped. */
  rest(ms: number): Promise<void>;
  /** The system could not be told; it is tried again. */
  onFailure(error: unknown): void;
}

/** The waits between attempts, in milliseconds; the last one repeats. */
const rests = [500, 1_000, 2_000, 5_000, 10_000] as const;

/**
 * Keeps the microphones in step with the floor: off at the seat before, on at the next. What changed while the system
 * was away is not told afterwards, only where things stand then (FLOOR-8).
 */
export class MicrophoneHook {
  readonly #ports: MicrophonePorts;
  /** The microphone that the system was last told to open. */
  #open: SeatedSpeaker | null = null;
  #isTelling = false;
  #isStopped = false;

  constructor(ports: MicrophonePorts) {
    this.#ports = ports;
  }

  /** The room has changed; returns at once. */
  look(): void {
    if (this.#isTelling || this.#isStopped) return;
    this.#isTelling = true;
    void this.#catchUp().finally(() => (this.#isTelling = false));
  }

  stop(): void {
    this.#isStopped = true;
  }

  async #catchUp(): Promise<void> {
    let failures = 0;
    while (!this.#isStopped) {
      const news = this.#due();
      if (news === null) return;
      try {
        await this.#ports.tell(news);
        this.#open = news.speaking ? { requestId: news.requestId, seat: news.seat } : null;
        failures = 0;
      } catch (error) {
        this.#ports.onFailure(error);
        await this.#ports.rest(rests[Math.min(failures, rests.length - 1)] ?? 0);
        failures += 1;
      }
    }
  }

  /** The next thing to tell; null when the system knows everything. */
  #due(): MicrophoneNews | null {
    const wanted = this.#ports.speaker();
    const at = this.#ports.now();
    const open = this.#open;
    if (open === null) return wanted === null ? null : { ...wanted, speaking: true, at };
    const isSame = wanted?.seat === open.seat && wanted.requestId === open.requestId;
    return isSame ? null : { ...open, speaking: false, at };
  }
}

/** A log that says so after each commit, when the turn is over. */
export function tellingLog(log: LogPort, afterTurn: (task: () => void) => void, told: () => void): LogPort {
  return {
    ...log,
    append(entries, texts) {
      log.append(entries, texts);
      afterTurn(told);
    },
  };
}
