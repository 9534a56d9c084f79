import { Agent, fetch as fetchThrough } from 'undici';
import type { connect } from 'node:net';
import type { ClientOptions } from 'ws';
import type { FetchAtHub, HubDoor } from './hub-door.ts';
import type { Dial } from './sealed-dial.ts';
import { webSocketTo } from './web-socket-to.ts';

/** Requests are few at a time; documents come beside them. */
const connections = 6;

/** The way into a hub whose connections are made by `dial`; `servername` stands in every request for its address. */
export function sealedDoor(servername: string, dial: Dial): HubDoor {
  const base = `https://${servername}`;
  const { fetch, close } = fetchOver(base, dial);
  return { fetch, openSocket: webSocketTo(base, { createConnection: connectionBy(dial) }), close };
}

/** `fetch` over connections of `dial`, whatever address the request names. */
export function fetchOver(base: string, dial: Dial): { readonly fetch: FetchAtHub; close(): void } {
  const agent = new Agent({
    connections,
    connect(_options, told) {
      dial().then(
        (socket) => told(null, socket),
        (reason: unknown) => told(asError(reason), null),
      );
    },
  });
  // The same function as the global one, in another release: its types differ in name alone.
  const own = fetchThrough as unknown as (url: URL, init: object) => Promise<Response>;
  return {
    fetch: (path, init) => own(new URL(path, base), { ...init, dispatcher: agent }),
    close: () => void agent.destroy().catch(() => undefined),
  };
}

/** Node takes a connection that is made later by a callback, of which the types say nothing. */
function connectionBy(dial: Dial): NonNullable<ClientOptions['createConnection']> {
  const create = (_options: unknown, told: (error: Error | null, socket?: unknown) => void): undefined => {
    dial().then(
      (socket) => told(null, socket),
      (reason: unknown) => told(asError(reason)),
    );
  };
  return create as unknown as typeof connect;
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('the hub cannot be reached', { cause: reason });
}
