import { present } from '../../src/shared/std/must.ts';
import { openFrameSocket, type FrameSocket } from './frame-socket.ts';

/** Takes a message that has come to the client of this number; the bytes are valid only during the call. */
export type Listener = (client: number, text: Buffer) => void;

/** Longest wait for anything in a benchmark; whoever waits longer has lost a message. */
const patienceMs = 20_000;

/** Clients of one server, all welcomed; they keep quiet about what comes until somebody listens. */
export class LineGroup {
  readonly #sockets: FrameSocket[] = [];
  #listener: Listener | null = null;

  get size(): number {
    return this.#sockets.length;
  }

  /** Connects one client per hello, all at once. */
  async connect(url: string, hellos: readonly string[]): Promise<void> {
    let welcomed = 0;
    const listening = this.until((_client, text) => {
      if (isOf(text, 'welcome')) welcomed += 1;
      return welcomed === hellos.length;
    });
    const opened = await Promise.all(
      hellos.map((_hello, client) => openFrameSocket(url, (text) => this.#listener?.(client, text))),
    );
    this.#sockets.push(...opened);
    for (const [client, hello] of hellos.entries()) this.send(client, hello);
    await listening;
  }

  send(client: number, text: string): void {
    present(this.#sockets[client], `client ${client}`).send(text);
  }

  /** Listens until `isDone` says so of a message. */
  async until(isDone: (client: number, text: Buffer) => boolean): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('messages are missing')), patienceMs);
      this.#listener = (client, text) => {
        if (!isDone(client, text)) return;
        this.#listener = null;
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Shows that everybody is alive; afterwards nothing is under way on any line. */
  async ping(): Promise<void> {
    let pongs = 0;
    const answered = this.until((_client, text) => {
      if (isOf(text, 'pong')) pongs += 1;
      return pongs === this.size;
    });
    for (let client = 0; client < this.size; client += 1) this.send(client, '{"type":"ping","at":0}');
    await answered;
  }

  close(): void {
    for (const socket of this.#sockets.splice(0)) socket.close();
  }
}

/** Whether a message is of this type, by its first bytes. */
export function isOf(text: Buffer, type: string): boolean {
  const begin = `{"type":"${type}"`;
  return text.byteLength >= begin.length && text.toString('latin1', 0, begin.length) === begin;
}
