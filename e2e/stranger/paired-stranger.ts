import '../../src/shared/std/reflect-metadata.ts';
import { randomBytes, webcrypto, X509Certificate } from 'node:crypto';
import { request } from 'node:https';
import { Pkcs10CertificateRequestGenerator } from '@peculiar/x509';
import { commitment, pairingCode, ticketProof } from '../../src/shared/domain/pairing/pairing-code.ts';
import {
  pairingBegun,
  pairingOutcome,
  type PairingOutcome,
  type PairingTicket,
  type PairingWish,
} from '../../src/shared/protocol/pairing.ts';
import { protocolVersion } from '../../src/shared/protocol/version.ts';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** A machine at the pairing door that has no screen. */
export interface WaitingStranger {
  /** Six digits. */
  readonly code: string;
  outcome(): Promise<PairingOutcome>;
}

/** Begins and reveals, as the protocol says; a test hub at 127.0.0.1 is who it says it is. */
export async function comeToBePaired(
  port: number,
  wish: PairingWish,
  ticket: PairingTicket | null = null,
): Promise<WaitingStranger> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const made = await Pkcs10CertificateRequestGenerator.create({
    // The library says the browser's name for the same type.
    keys: keys as unknown as CryptoKeyPair,
    signingAlgorithm: algorithm,
  });
  const revealed = { csr: new Uint8Array(made.rawData), terminalNonce: randomBytes(32), wish };
  const committed = commitment(revealed);
  const proof = ticket && {
    secret: Buffer.from(ticket.secret, 'base64'),
    authoritySha256: ticket.authoritySha256,
    commitment: committed,
  };
  const begun = pairingBegun.parse(
    await ask(port, '/pair/v1/begin', {
      protocol: protocolVersion,
      commitment: committed,
      wish,
      ticketProof: proof && ticketProof(proof),
    }),
  );
  await ask(port, '/pair/v1/reveal', {
    pairingId: begun.pairingId,
    csr: Buffer.from(revealed.csr).toString('base64'),
    terminalNonce: revealed.terminalNonce.toString('hex'),
  });
  const authority = new X509Certificate(begun.authority).raw;
  return {
    code: pairingCode({ ...revealed, authority, hubNonce: Buffer.from(begun.hubNonce, 'hex') }),
    outcome: async () => pairingOutcome.parse(await ask(port, `/pair/v1/outcome/${begun.pairingId}`, null)),
  };
}

function ask(port: number, path: string, body: unknown): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const text = body === null ? null : JSON.stringify(body);
  const sent = request(
    {
      ...{ host: '127.0.0.1', port, path, rejectUnauthorized: false, agent: false },
      method: text === null ? 'GET' : 'POST',
      headers: text === null ? {} : { 'content-type': 'application/json' },
    },
    (response) => {
      let said = '';
      response.on('data', (piece) => (said += String(piece)));
      response.on('end', () => {
        if ((response.statusCode ?? 500) >= 300) reject(new Error(`${path}: ${said}`));
        else resolve(said === '' ? null : JSON.parse(said));
      });
    },
  );
  sent.on('error', reject);
  sent.end(text ?? undefined);
  return promise;
}
