import '../../shared/std/reflect-metadata.ts';
import { createHash, randomBytes, X509Certificate } from 'node:crypto';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { Pkcs10CertificateRequestGenerator, PemConverter } from '@peculiar/x509';
import { commitment, pairingCode, ticketProof } from '../../shared/domain/pairing/pairing-code.ts';
import {
  hubServerName,
  pairedDevice,
  pairingBegun,
  type PairedDevice,
  type PairingTicket,
  type PairingWish,
} from '../../shared/protocol/pairing.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';

/** A machine that pairs by what docs/protocol.md says, with nothing of the product's own client in it. */
export interface Machine {
  /** PEM (PKCS #8). */
  readonly privateKey: string;
  /** DER. */
  readonly csr: Uint8Array;
  readonly terminalNonce: Uint8Array;
}

/** A machine that has become a device: what it shows at the terminals' door. */
export interface PairedMachine {
  readonly device: PairedDevice;
  /** PEM. */
  readonly authority: string;
  readonly tls: {
    readonly ca: string[];
    readonly cert: string;
    readonly key: string;
    readonly servername: string;
  };
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

export async function newMachine(): Promise<Machine> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const request = await Pkcs10CertificateRequestGenerator.create({
    name: 'CN=machine',
    keys,
    signingAlgorithm: algorithm,
  });
  return {
    privateKey: PemConverter.encode(await crypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY'),
    csr: new Uint8Array(request.rawData),
    terminalNonce: new Uint8Array(randomBytes(32)),
  };
}

export const seatWish = (seat: string | null, macs: readonly string[] = []): PairingWish => ({
  surface: 'seat',
  seat: seat as PairingWish['seat'],
  machineName: `MAY-${seat ?? 'MOI'}`,
  macs: [...macs],
});

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface TlsAsk
  extends Omit<RequestOptions, 'headers'>, Omit<ConnectionOptions, keyof RequestOptions> {
  readonly headers?: Record<string, string>;
}

/** One request over TLS, on a connection of its own. */
export function askOverTls({ headers: own = {}, ...options }: TlsAsk, body?: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const text = body === undefined ? null : JSON.stringify(body);
    const headers = { ...own, ...(text === null ? {} : { 'content-type': 'application/json' }) };
    const request = httpsRequest({ agent: false, host: '127.0.0.1', ...options, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const answer = Buffer.concat(chunks).toString('utf8');
        resolve({
          status: response.statusCode ?? 0,
          body: answer === '' ? null : (JSON.parse(answer) as unknown),
        });
      });
    });
    request.on('error', reject);
    request.end(text ?? undefined);
  });
}

/** A pairing on its way: begun and revealed. */
export interface BegunPairing {
  readonly machine: Machine;
  readonly pairingId: string;
  readonly authority: string;
  /** What the machine shows on its screen. */
  readonly code: string;
  outcome(): Promise<Answer>;
}

export interface BeginOptions {
  readonly machine?: Machine;
  readonly ticket?: PairingTicket;
  /** From which address of this machine. */
  readonly localAddress?: string;
}

/** Asks at the pairing door, whose certificate is looked at only once the authority is known. */
export function askPairing(
  port: number,
  path: string,
  body?: unknown,
  localAddress?: string,
): Promise<Answer> {
  const method = body === undefined ? 'GET' : 'POST';
  const from = localAddress === undefined ? {} : { localAddress };
  return askOverTls({ port, path: `/pair/v1/${path}`, method, rejectUnauthorized: false, ...from }, body);
}

/** Begins and reveals. */
export async function beginPairing(
  port: number,
  wish: PairingWish,
  { machine, ticket, localAddress }: BeginOptions = {},
): Promise<BegunPairing> {
  const own = machine ?? (await newMachine());
  const revealed = { csr: own.csr, terminalNonce: own.terminalNonce, wish };
  const committed = commitment(revealed);
  const proof =
    ticket === undefined
      ? null
      : ticketProof({
          secret: new Uint8Array(Buffer.from(ticket.secret, 'base64')),
          authoritySha256: ticket.authoritySha256,
          commitment: committed,
        });
  const begin = { protocol: protocolVersion, commitment: committed, wish, ticketProof: proof };
  const answer = await askPairing(port, 'begin', begin, localAddress);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer));
  const { pairingId, authority, hubNonce } = pairingBegun.parse(answer.body);
  const told = await askPairing(port, 'reveal', revealOf(pairingId, own), localAddress);
  if (told.status !== 204) throw new Error(JSON.stringify(told));
  const code = pairingCode({
    ...revealed,
    authority: new Uint8Array(new X509Certificate(authority).raw),
    hubNonce: new Uint8Array(Buffer.from(hubNonce, 'hex')),
  });
  return {
    machine: own,
    pairingId,
    authority,
    code,
    outcome: () => askPairing(port, `outcome/${pairingId}`, undefined, localAddress),
  };
}

export function revealOf(pairingId: string, { csr, terminalNonce }: Machine): Record<string, string> {
  return {
    pairingId,
    csr: Buffer.from(csr).toString('base64'),
    terminalNonce: Buffer.from(terminalNonce).toString('hex'),
  };
}

/** What an accepted machine has in its hands. */
export async function finishPairing(begun: BegunPairing): Promise<PairedMachine> {
  const { body } = await begun.outcome();
  const device = pairedDevice.parse(body);
  const { authority, machine } = begun;
  return {
    device,
    authority,
    tls: {
      ca: [authority],
      cert: device.certificate,
      key: machine.privateKey,
      servername: hubServerName(device.roomId),
    },
  };
}

/** What a raw peer has seen. */
export interface Knocked {
  /** Bytes of the application that have come. */
  readonly bytes: number;
  /** Whether its own side took the handshake for done. */
  readonly shook: boolean;
  /** How it ended. */
  readonly end: string;
}

/** Knocks at a door, sends a request for the health of the hub whatever happens, and counts what comes back. */
export function knock(options: ConnectionOptions & { readonly port: number }, ms = 2_000): Promise<Knocked> {
  return new Promise((resolve) => {
    let bytes = 0;
    let shook = false;
    const socket: TLSSocket = connect({ host: '127.0.0.1', rejectUnauthorized: false, ...options });
    const finish = (end: string): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ bytes, shook, end });
    };
    const timer = setTimeout(() => finish('silence'), ms);
    socket.on('secureConnect', () => {
      shook = true;
      socket.write('GET /health HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n\r\n');
    });
    socket.on('data', (chunk: Buffer) => (bytes += chunk.byteLength));
    socket.on('error', (error) => finish('code' in error ? String(error.code) : error.message));
    socket.on('close', () => finish('closed'));
  });
}

/** SHA-256 of a certificate in PEM, lower-case hexadecimal. */
export function fingerprintOf(pem: string): string {
  return createHash('sha256').update(new X509Certificate(pem).raw).digest('hex');
}
