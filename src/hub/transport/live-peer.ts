import type { Socket } from 'node:net';
import type { Identity } from '../room/identity.ts';
import type { Connection, Peer } from '../room/room.ts';
import { limits } from '../../shared/protocol/limits.ts';
import type { UpMessage } from '../../shared/protocol/up.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { helloBytes, parseUpMessage } from './live-message.ts';
import { createLiveOutlet, type LiveOutlet, type LiveOutletPorts } from './live-outlet.ts';
import { refusalIn } from './live-refusal.ts';
import type { LogFields } from './logger.ts';

/** One WebSocket of the live channel, from its opening to its end. */
export interface LivePeer extends Pick<LiveOutlet, 'reject' | 'cut'> {
  /** When the client was last heard, by the clock of `now`. */
  readonly heardAt: number;
  /** The device that has been welcomed here, and its person then; null before. */
  readonly identity: Identity | null;
}

export interface LivePeerPorts extends LiveOutletPorts {
  connect(peer: Peer): Connection;
  now(): number;
  /** Why the connection may not act for the device of a token; null when it may. */
  refusalOfToken(deviceToken: string): RefusalCode | null;
  /** The client has said who it is, or is gone. */
  leftWaiting(): void;
  closed(peer: LivePeer): void;
}

/** Joins a WebSocket to the room: parses what comes up, writes what goes down, and bounds both. */
export function createLivePeer(ports: LivePeerPorts): LivePeer {
  const { webSocket, socket, address, logger } = ports;
  const begun = ports.now();
  let heardAt = begun;
  let identity: Identity | null = null;
  const outlet = createLiveOutlet(ports);
  const connection = ports.connect({
    close: outlet.close,
    send(frame) {
      const refusal = refusalIn(frame.text);
      if (refusal !== null) logger.warn('command/refused', { ...refusal, ...named(identity) });
      outlet.send(frame);
    },
  });
  const waiting = watchWaiting(socket, outlet.reject, ports.leftWaiting);

  const receive = (message: UpMessage): void => {
    const code = message.type === 'hello' ? ports.refusalOfToken(message.deviceToken) : null;
    if (code !== null) return outlet.reject(code);
    connection.receive(message);
    if (message.type !== 'hello' || !outlet.isOpen) return;
    waiting.end();
    identity = connection.identity;
    logger.info('live/welcomed', { address, ...named(identity) });
  };

  const peer: LivePeer = {
    get heardAt() {
      return heardAt;
    },
    get identity() {
      return identity;
    },
    reject: outlet.reject,
    cut: outlet.cut,
  };

  webSocket.on('message', (data: Buffer, isBinary) => {
    heardAt = ports.now();
    if (!outlet.isOpen) return;
    const parsed = isBinary ? ({ ok: false, reason: 'command/malformed' } as const) : parseUpMessage(data);
    if (parsed.ok) receive(parsed.value);
    else outlet.reject(parsed.reason);
  });
  webSocket.on('error', () => logger.warn('live/bad-frame', { address }));
  webSocket.on('close', () => {
    waiting.end();
    connection.closed();
    logger.info('live/closed', { address, ms: ports.now() - begun, ...named(identity) });
    ports.closed(peer);
  });
  return peer;
}

function named(identity: Identity | null): LogFields {
  return identity === null ? {} : { deviceId: identity.deviceId };
}

/** Bounds time and bytes until `end` is called, when the client has been welcomed or is gone. */
function watchWaiting(
  socket: Socket,
  reject: (code: RefusalCode) => void,
  left: () => void,
): { end(): void } {
  let bytes = 0;
  const count = (chunk: Buffer): void => {
    bytes += chunk.byteLength;
    if (bytes > helloBytes) reject('command/too-large');
  };
  const timer = setTimeout(() => reject('protocol/out-of-order'), limits.helloMs);
  // Before the WebSocket reads the same bytes.
  socket.prependListener('data', count);
  return {
    end() {
      clearTimeout(timer);
      socket.off('data', count);
      left();
    },
  };
}
