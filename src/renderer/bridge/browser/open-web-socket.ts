import type { OpenSocket } from '../../../shared/link/link-ports.ts';

/** Opens live channels to the hub that served the page. */
export function webSocketTo(origin: string): OpenSocket {
  const url = new URL('/v1/live', origin);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return (handlers) => {
    const socket = new WebSocket(url);
    socket.onopen = () => handlers.opened();
    socket.onmessage = (event: MessageEvent<unknown>) => {
      if (typeof event.data === 'string') handlers.message(event.data);
    };
    // An error is always followed by a close, which is what counts.
    socket.onclose = () => handlers.closed();
    return {
      send: (text) => {
        if (socket.readyState === WebSocket.OPEN) socket.send(text);
      },
      close: () => socket.close(),
    };
  };
}
