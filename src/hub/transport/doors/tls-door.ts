import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import {
  createSecureContext,
  createServer as createTlsServer,
  type SecureContextOptions,
  type TlsOptions,
  type TLSSocket,
} from 'node:tls';
import type { Sentence } from '../../../shared/refusals/refusal.ts';
import { ok, refused, type Result } from '../../../shared/std/result.ts';
import type { HubCertificate } from '../../store/certificate.ts';
import { createStrangers, type StrangerBounds, type Strangers } from './strangers.ts';

/** What a door is opened with. */
export interface TlsDoorPlan {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  /** The flag that chooses the port, for the sentence when it is taken. */
  readonly flag: string;
  readonly certificate: HubCertificate;
  /** PEM of the authority whose certificates a peer must show; null where nobody is asked for one. */
  readonly onlyOf: string | null;
  readonly bounds: StrangerBounds;
  /** Another certificate for another name that a peer asks for; null for the usual one. */
  certificateFor?(name: string): Promise<HubCertificate | null>;
  /**
   * A peer has finished the handshake, with a certificate of {@link onlyOf} where that is asked for. It counts as a
   * stranger until `known` is called. False turns it away before a byte is read or written.
   */
  admit(peer: TlsPeer): boolean;
}

export interface TlsPeer {
  readonly socket: TLSSocket;
  known(): void;
  /** Breaks the connection off and drops what the system has not sent yet. */
  cut(): void;
}

/** A door that is open. */
export interface TlsDoor {
  readonly port: number;
  readonly strangers: Pick<Strangers, 'count' | 'turnedOut'>;
  /** Closes it, and cuts whoever has come in by it. */
  close(): Promise<void>;
}

/** Connections that wait to be taken when a whole room comes back at once. */
const backlog = 4096;

/**
 * Opens a door: TLS 1.3 and nothing below. The raw connection is counted before its first byte is read, so a crowd
 * costs the hub no handshakes that it has no room for.
 */
export async function openTlsDoor(plan: TlsDoorPlan): Promise<Result<TlsDoor, Sentence>> {
  const strangers = createStrangers(plan.bounds);
  const standing = new Map<string, Standing>();
  const tls = createTlsServer(optionsOf(plan), (socket) => {
    const raw = standing.get(endOf(socket));
    if (raw === undefined) return void socket.destroy();
    socket.on('error', () => socket.destroy());
    const cut = (): void => void raw.socket.resetAndDestroy();
    if (!plan.admit({ socket, known: raw.known, cut })) cut();
  });
  tls.on('tlsClientError', (_error, socket) => socket.destroy());
  const door = createServer((socket) => {
    const end = endOf(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => standing.delete(end));
    standing.set(end, { socket, known: strangers.enter(socket) });
    // Whoever says nothing costs no more than a socket; what has been read by then is handed on with it.
    socket.once(
      'readable',
      () => void (socket.readableLength === 0 ? socket.destroy() : tls.emit('connection', socket)),
    );
  });
  const listening = await listen(door, plan);
  if (!listening.ok) {
    strangers.stop();
    return listening;
  }
  const close = async (): Promise<void> => {
    const closed = new Promise((resolve) => door.close(resolve));
    strangers.stop();
    for (const { socket } of standing.values()) socket.resetAndDestroy();
    await closed;
  };
  return ok({ port: listening.value, strangers, close });
}

interface Standing {
  readonly socket: Socket;
  known(): void;
}

/** The other end of a connection, which no other one of this door has while it lasts. */
function endOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress} ${remotePort}`;
}

function optionsOf({ certificate, onlyOf, bounds, certificateFor }: TlsDoorPlan): TlsOptions {
  const context = ({ certificate: cert, privateKey: key }: HubCertificate): SecureContextOptions => ({
    cert,
    key,
    minVersion: 'TLSv1.3',
    ...(onlyOf === null ? {} : { ca: [onlyOf] }),
  });
  const choose: TlsOptions['SNICallback'] = (name, chosen) => {
    const asked = certificateFor?.(name) ?? Promise.resolve(null);
    asked.then(
      (other) => (other === null ? chosen(null) : chosen(null, createSecureContext(context(other)))),
      (error: unknown) => chosen(error instanceof Error ? error : new Error('no certificate')),
    );
  };
  return {
    ...context(certificate),
    handshakeTimeout: bounds.ms,
    ...(certificateFor === undefined ? {} : { SNICallback: choose }),
    ...(onlyOf === null ? {} : { requestCert: true, rejectUnauthorized: true }),
  };
}

function listen(server: Server, { host, port, flag }: TlsDoorPlan): Promise<Result<number, Sentence>> {
  return new Promise((resolve) => {
    server.once('error', (error) => resolve(refused(listenRefusal(error, { host, port, flag }))));
    server.listen({ host, port, backlog }, () => resolve(ok((server.address() as AddressInfo).port)));
  });
}

/** Why a port cannot be listened at, in a sentence that names the flag. */
export function listenRefusal(
  error: unknown,
  { host, port, flag }: Pick<TlsDoorPlan, 'host' | 'port' | 'flag'>,
): Sentence {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  if (code === 'EADDRINUSE') {
    return {
      vi: `Cổng ${port} đang được chương trình khác dùng. Hãy chọn cổng khác bằng ${flag}.`,
      en: `Port ${port} is in use by another program. Choose another one with ${flag}.`,
    };
  }
  return {
    vi: `Không mở được cổng ${port} trên ${host} (${code}).`,
    en: `Port ${port} on ${host} cannot be opened (${code}).`,
  };
}
