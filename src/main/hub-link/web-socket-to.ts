import { WebSocket, type ClientOptions } from 'ws';
import type { OpenSocket } from '../../shared/link/link-ports.ts';

/** The largest message of a hub: a page may hold a whole meeting. */
const largestMessageBytes = 64 * 1024 * 1024;

/** Opens live channels to the hub at the base address `hub`; `options` say how connections to it are made. */
export function webSocketTo(hub: string, options: ClientOptions = {}): OpenSocket {
  const url = new URL('/v1/live', hub);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return (handlers) => {
    const socket = new WebSocket(url, {
      ...options,
      maxPayload: largestMessageBytes,
      perMessageDeflate: false,
    });
    socket.on('open', () => handlers.opened());
    socket.on('message', (data, isBinary) => {
      if (!isBinary) handlers.message((data as Buffer).toString('utf8'));
    });
    // An error is always followed by a close, which is what counts.
    socket.on('error', () => undefined);
    socket.on('close', () => handlers.closed());
    return {
      send: (text) => {
        if (socket.readyState === WebSocket.OPEN) socket.send(text);
      },
      close: () => socket.close(),
    };
  };
}
