import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { Connection, Peer } from '../room/room.ts';
import { limits } from '../../shared/protocol/limits.ts';
import type { RejectedMessage } from '../../shared/protocol/rejected.ts';
import type { UpMessage } from '../../shared/protocol/up.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import type { FrameWriter } from './frame-writer.ts';
import { helloBytes, parseUpMessage } from './live-message.ts';
import type { Logger } from './logger.ts';

/** One WebSocket of the live channel, from its opening to its end. */
export interface LivePeer {
  /** When the client was last heard, by the clock of `now`. */
  readonly heardAt: number;
  /** Says why, and closes. */
  reject(code: RefusalCode): void;
  /** Cuts the line without a word. */
  cut(): void;
}

export interface LivePeerPorts {
  readonly webSocket: WebSocket;
  /** The TCP connection under `webSocket`. */
  readonly socket: Socket;
  readonly address: string;
  connect(peer: Peer): Connection;
  readonly writer: FrameWriter;
  readonly logger: Logger;
  now(): number;
  /** The client has said who it is, or is gone. */
  leftWaiting(): void;
  closed(peer: LivePeer): void;
}

/** A client that does not take what it is sent is given up beyond this; it comes back and pulls. */
const mostUnsentBytes = 8 * 1024 * 1024;
/** How long a client may take to close its side. */
const closeMs = 1_000;
const policyViolation = 1008;

/** Joins a WebSocket to the room: parses what comes up, writes what goes down, and bounds both. */
export function createLivePeer(ports: LivePeerPorts): LivePeer {
  const { webSocket, socket, address, logger } = ports;
  const begun = ports.now();
  let heardAt = begun;
  let isOpen = true;

  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    webSocket.close(policyViolation);
    setTimeout(() => webSocket.terminate(), closeMs).unref();
  };

  const connection = ports.connect({
    send(frame) {
      if (!isOpen) return;
      ports.writer.write(socket, frame);
      if (socket.writableLength <= mostUnsentBytes) return;
      logger.warn('live/too-slow', { address, bytes: socket.writableLength });
      isOpen = false;
      webSocket.terminate();
    },
    close,
  });

  const reject = (code: RefusalCode): void => {
    if (!isOpen) return;
    logger.warn('live/rejected', { address, code });
    const message: RejectedMessage = { type: 'rejected', code };
    ports.writer.write(socket, { text: JSON.stringify(message) });
    close();
  };

  const waiting = watchWaiting(socket, reject, ports.leftWaiting);

  const receive = (message: UpMessage): void => {
    connection.receive(message);
    if (message.type === 'hello' && isOpen) waiting.end();
  };

  const peer: LivePeer = {
    get heardAt() {
      return heardAt;
    },
    reject,
    cut: () => webSocket.terminate(),
  };

  webSocket.on('message', (data: Buffer, isBinary) => {
    heardAt = ports.now();
    if (!isOpen) return;
    const parsed = isBinary ? ({ ok: false, reason: 'command/malformed' } as const) : parseUpMessage(data);
    if (parsed.ok) receive(parsed.value);
    else reject(parsed.reason);
  });
  webSocket.on('error', () => logger.warn('live/bad-frame', { address }));
  webSocket.on('close', () => {
    isOpen = false;
    waiting.end();
    connection.closed();
    logger.info('live/closed', { address, ms: ports.now() - begun });
    ports.closed(peer);
  });
  return peer;
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
  socket.on('data', count);
  return {
    end() {
      clearTimeout(timer);
      socket.off('data', count);
      left();
    },
  };
}
