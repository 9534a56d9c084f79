import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { RejectedMessage } from '../../shared/protocol/rejected.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import type { FrameWriter, OutgoingFrame } from './frame-writer.ts';
import type { Logger } from './logger.ts';

/** The way down to one client, and the end of it. */
export interface LiveOutlet {
  /** False from the moment at which the line is being closed or is gone; nothing is sent or taken any more. */
  readonly isOpen: boolean;
  send(frame: OutgoingFrame): void;
  /** Says why, and closes. */
  reject(code: RefusalCode): void;
  /** Closes after what has been sent. */
  close(): void;
  /** Cuts the line without a word. */
  cut(): void;
}

export interface LiveOutletPorts {
  readonly webSocket: WebSocket;
  /** The TCP connection under `webSocket`. */
  readonly socket: Socket;
  readonly address: string;
  readonly writer: FrameWriter;
  readonly logger: Logger;
}

/** A client that does not take what it is sent is given up beyond this; it comes back and pulls. */
const mostUnsentBytes = 8 * 1024 * 1024;
/** How long a client may take to close its side. */
const closeMs = 1_000;
const policyViolation = 1008;

/** Opens the way down over a WebSocket. */
export function createLiveOutlet({
  webSocket,
  socket,
  address,
  writer,
  logger,
}: LiveOutletPorts): LiveOutlet {
  let isOpen = true;
  webSocket.on('close', () => (isOpen = false));

  const cut = (): void => {
    isOpen = false;
    webSocket.terminate();
  };

  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    webSocket.close(policyViolation);
    setTimeout(() => webSocket.terminate(), closeMs).unref();
  };

  return {
    get isOpen() {
      return isOpen;
    },
    cut,
    close,
    send(frame) {
      if (!isOpen) return;
      writer.write(socket, frame);
      if (socket.writableLength <= mostUnsentBytes) return;
      logger.warn('live/too-slow', { address, bytes: socket.writableLength });
      cut();
    },
    reject(code) {
      if (!isOpen) return;
      logger.warn('live/rejected', { address, code });
      const message: RejectedMessage = { type: 'rejected', code };
      writer.write(socket, { text: JSON.stringify(message) });
      close();
    },
  };
}
