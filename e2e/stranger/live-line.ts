import type { FromHub } from './words.ts';

const pingMs = 2_000;
const silenceMs = 6_000;

export interface LiveLineEvents {
  opened(): void;
  heard(message: FromHub): void;
  /** Told once: closed by the hub, reset, or silent for too long. */
  lost(): void;
}

/** One WebSocket to the hub with the heartbeat that the protocol asks for. */
export class LiveLine {
  readonly #socket: WebSocket;
  readonly #events: LiveLineEvents;
  readonly #pinging: NodeJS.Timeout;
  #silence: NodeJS.Timeout;
  #isOver = false;

  constructor(hub: string, events: LiveLineEvents) {
    this.#events = events;
    this.#socket = new WebSocket(`${hub.replace(/^http/, 'ws')}/v1/live`);
    this.#silence = setTimeout(() => this.#end(true), silenceMs);
    this.#pinging = setInterval(() => this.send({ type: 'ping', at: Date.now() }), pingMs);
    this.#socket.addEventListener('open', () => {
      if (!this.#isOver) events.opened();
    });
    this.#socket.addEventListener('message', ({ data }) => this.#heard(String(data)));
    this.#socket.addEventListener('close', () => this.#end(true));
    this.#socket.addEventListener('error', () => this.#end(true));
  }

  send(message: unknown): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  /** Hangs up without a word to the events. */
  close(): void {
    this.#end(false);
  }

  #heard(text: string): void {
    if (this.#isOver) return;
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#end(true), silenceMs);
    this.#events.heard(JSON.parse(text) as FromHub);
  }

  #end(isTold: boolean): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearTimeout(this.#silence);
    clearInterval(this.#pinging);
    this.#socket.close();
    if (isTold) this.#events.lost();
  }
}
