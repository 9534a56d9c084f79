import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';
import type { Timers } from '../../shared/std/timers.ts';
import { firstToAnswer } from './first-to-answer.ts';

/** Where a door of a hub may be. */
export interface DoorAddress {
  /** An IP address or a name of the local network. */
  readonly host: string;
  readonly port: number;
}

/** What a hub is known by. */
export interface KnownHub {
  /** The room's authority in PEM: nothing else can vouch for the hub. */
  readonly authority: string;
  /** The DNS name in the hub's certificate. */
  readonly servername: string;
}

/** What a terminal holds to know its hub by, and to be known by. */
export interface SealedPeer extends KnownHub {
  /** This terminal's certificate and its private key, in PEM. */
  readonly certificate: string;
  readonly privateKey: string;
}

/** Opens a connection over which nothing has been sent yet and whose other end is known. Rejects for weather. */
export type Dial = () => Promise<TLSSocket>;

/** An address that does not come up within this time is given up, in milliseconds. */
const handshakeMs = 4_000;
/** See `firstToAnswer`. */
const nextAddressMs = 300;

/**
 * Connects to one hub at any of its addresses, the one that answered last before the others. A connection is handed
 * out after the hub has proved, in the handshake, that the room's authority vouches for it under its name: not one
 * byte of the application is sent before. Where the hub is does not matter, nor what the clocks say: the certificates
 * of a room are valid for a century.
 */
export function createSealedDial(
  addresses: readonly DoorAddress[],
  peer: KnownHub | SealedPeer,
  timers: Pick<Timers, 'after'>,
): Dial {
  let inTurn = [...addresses];
  return async () => {
    const tried = inTurn;
    const { value, at } = await firstToAnswer(
      tried.map((address) => (signal: AbortSignal) => handshake(address, sealedOptions(peer), signal)),
      { timers, patienceMs: nextAddressMs, discard: (socket) => socket.destroy() },
    );
    const answered = tried[at];
    if (answered !== undefined) inTurn = [answered, ...tried.filter((address) => address !== answered)];
    return value;
  };
}

function sealedOptions(peer: KnownHub | SealedPeer): ConnectionOptions {
  const { authority, servername } = peer;
  const own = 'certificate' in peer ? { cert: peer.certificate, key: peer.privateKey } : {};
  return { ca: [authority], servername, rejectUnauthorized: true, ...own };
}

/**
 * A TLS 1.3 connection after its handshake. Rejects when there is none in time, when `signal` is aborted and when the
 * other end does not pass `options`.
 */
export function handshake(
  { host, port }: DoorAddress,
  options: ConnectionOptions,
  signal: AbortSignal,
): Promise<TLSSocket> {
  const { promise, resolve, reject } = Promise.withResolvers<TLSSocket>();
  const socket = connect({
    ...options,
    host,
    port,
    minVersion: 'TLSv1.3',
    ALPNProtocols: ['http/1.1'],
  });
  const giveUp = (reason: Error): void => {
    socket.destroy();
    reject(reason);
  };
  const late = setTimeout(() => giveUp(new Error(`${host}:${port} does not answer`)), handshakeMs);
  const aborted = (): void => giveUp(new Error('another address has answered'));
  signal.addEventListener('abort', aborted, { once: true });
  const settle = (): void => {
    clearTimeout(late);
    signal.removeEventListener('abort', aborted);
  };
  socket.once('secureConnect', () => {
    settle();
    socket.off('error', giveUp);
    resolve(socket);
  });
  socket.once('error', giveUp);
  socket.once('close', () => {
    settle();
    giveUp(new Error(`${host}:${port} has closed the connection`));
  });
  return promise;
}
