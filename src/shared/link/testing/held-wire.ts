import type { DownMessage } from '../../protocol/down.ts';
import { upMessage, type UpMessage } from '../../protocol/up.ts';
import { present } from '../../std/must.ts';
import type { OpenSocket, SocketHandlers } from '../link-ports.ts';

/** One connection whose every event is brought about by the test. */
export class HeldConnection {
  /** What the client has sent, in order, as the hub would parse it. */
  readonly said: UpMessage[] = [];
  /** The client has closed its end. */
  isClosed = false;
  readonly #handlers: SocketHandlers;

  constructor(handlers: SocketHandlers) {
    this.#handlers = handlers;
  }

  open(): void {
    this.#handlers.opened();
  }

  hear(message: DownMessage): void {
    this.#handlers.message(JSON.stringify(message));
  }

  hearText(text: string): void {
    this.#handlers.message(text);
  }

  cut(): void {
    this.#handlers.closed();
  }

  /** The last message of a type that the client has sent. */
  last<Type extends UpMessage['type']>(type: Type): UpMessage & { type: Type } {
    const found = this.said.findLast((message) => message.type === type);
    return present(found, `a ${type}`) as UpMessage & { type: Type };
  }

  take(text: string): void {
    this.said.push(upMessage.parse(JSON.parse(text)));
  }
}

/** A wire that moves nothing by itself. */
export class HeldWire {
  readonly connections: HeldConnection[] = [];

  readonly open: OpenSocket = (handlers) => {
    const connection = new HeldConnection(handlers);
    this.connections.push(connection);
    return {
      send: (text) => connection.take(text),
      close: () => {
        connection.isClosed = true;
      },
    };
  };

  /** The connection attempted last. */
  get current(): HeldConnection {
    return present(this.connections.at(-1), 'a connection');
  }
}
