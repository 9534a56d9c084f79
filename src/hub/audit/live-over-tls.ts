import type { ConnectionOptions } from 'node:tls';
import { WebSocket, type ClientOptions } from 'ws';
import { downMessage } from '../../shared/protocol/down.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';
import type { PairedMachine } from './paired-machine.ts';

/** A live line through the terminals' door. */
export interface TlsLine {
  /** Messages that have come. */
  received(): number;
  isOpen(): boolean;
  readonly closed: Promise<void>;
  close(): void;
}

/** The hub gives up whoever is silent. */
const beatMs = 1_000;

/** Says hello and resolves with the welcome; rejects with the code of a refusal, or when the line breaks first. */
export function attachOverTls(
  port: number,
  { tls, device }: PairedMachine,
  deviceToken: string = device.deviceToken,
  epochSeen = 0,
): Promise<TlsLine> {
  const options: ClientOptions & ConnectionOptions = { ...tls, perMessageDeflate: false };
  const socket = new WebSocket(`wss://127.0.0.1:${port}/v1/live`, options);
  let received = 0;
  const beat = (): void => socket.send(JSON.stringify({ type: 'ping', at: Date.now() }), () => undefined);
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  socket.on('open', () => {
    const beating = setInterval(beat, beatMs);
    socket.on('close', () => clearInterval(beating));
  });
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('the line is closed')));
    socket.on('open', () =>
      socket.send(
        JSON.stringify({
          type: 'hello',
          protocol: protocolVersion,
          deviceToken,
          sessionToken: null,
          epochSeen,
          have: null,
        }),
      ),
    );
    socket.on('message', (data: Buffer) => {
      received += 1;
      const message = downMessage.parse(JSON.parse(data.toString('utf8')));
      if (message.type === 'rejected') reject(new Error(message.code));
      if (message.type !== 'welcome') return;
      resolve({
        received: () => received,
        isOpen: () => socket.readyState === WebSocket.OPEN,
        closed,
        close: () => socket.terminate(),
      });
    });
  });
}
