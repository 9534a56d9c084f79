import { createHash, randomBytes, X509Certificate } from 'node:crypto';
import '../../../shared/std/reflect-metadata.ts';
import { Pkcs10CertificateRequest } from '@peculiar/x509';
import { commitment, pairingCode, ticketProof } from '../../../shared/domain/pairing/pairing-code.ts';
import {
  hubServerName,
  type BeginPairingRequest,
  type PairingOutcome,
  type PairingWish,
  type RevealPairingRequest,
} from '../../../shared/protocol/pairing.ts';
import { deviceId, roomId } from '../../../shared/records/ids.ts';
import type { TestAuthority } from '../../hub-link/testing/test-authority.ts';
import type { AskPairing } from '../ceremony.ts';
import type { SeenDoor } from '../look-at-door.ts';

export const testRoom = roomId.parse('R1');
export const testSecret = new Uint8Array(32).fill(5);

/** The hub's half of a pairing, without a socket, that a test may bend. */
export interface TestPairingHub {
  ask: AskPairing;
  readonly door: SeenDoor;
  readonly asked: string[];
  /** What the hub shows to IT; null before the reveal. */
  code(): string | null;
  /** Whether the proof of the ticket was right. */
  isByTicket(): boolean;
  /** What the next question after the outcome is answered; `accept` decides for the device. */
  decide(outcome: 'refused' | 'expired' | 'accept'): void;
  /** Answers in the place of the hub; null lets the hub answer. */
  bend: (path: string, answer: unknown) => unknown;
}

export function createTestPairingHub(authority: TestAuthority): TestPairingHub {
  const { raw } = new X509Certificate(authority.certificate);
  const authoritySha256 = createHash('sha256').update(raw).digest('hex');
  const hubNonce = randomBytes(32);
  let begun: BeginPairingRequest | null = null;
  let code: string | null = null;
  let csr: Uint8Array = new Uint8Array(0);
  let decided: 'refused' | 'expired' | 'accept' | null = null;
  const begin = (request: BeginPairingRequest): unknown => {
    begun = request;
    return {
      pairingId: 'ab'.repeat(32),
      authority: authority.certificate,
      hubNonce: hubNonce.toString('hex'),
    };
  };
  const reveal = (request: RevealPairingRequest): boolean => {
    if (begun === null) return false;
    csr = Buffer.from(request.csr, 'base64');
    const revealed = {
      csr,
      terminalNonce: Buffer.from(request.terminalNonce, 'hex'),
      wish: begun.wish,
    };
    if (commitment(revealed) !== begun.commitment) return false;
    code = pairingCode({ ...revealed, authority: raw, hubNonce });
    return true;
  };
  const outcome = async (): Promise<PairingOutcome> => {
    if (decided === null || begun === null) return { status: 'waiting' };
    return decided === 'accept' ? accepted(authority, csr, begun.wish) : { status: decided };
  };
  const hub: TestPairingHub = {
    door: { authority: authority.certificate, authoritySha256, servername: hubServerName(testRoom) },
    asked: [],
    bend: (_path, answer) => answer,
    code: () => code,
    isByTicket: () =>
      begun !== null &&
      begun.ticketProof ===
        ticketProof({ secret: testSecret, authoritySha256, commitment: begun.commitment }),
    decide: (next) => {
      decided = next;
    },
    async ask(path, body) {
      hub.asked.push(path);
      if (path === '/pair/v1/begin')
        return { status: 201, json: hub.bend(path, begin(body as BeginPairingRequest)) };
      if (path === '/pair/v1/reveal')
        return { status: reveal(body as RevealPairingRequest) ? 204 : 400, json: hub.bend(path, null) };
      return { status: 200, json: hub.bend(path, await outcome()) };
    },
  };
  return hub;
}

async function accepted(
  authority: TestAuthority,
  csr: Uint8Array,
  { surface, seat }: PairingWish,
): Promise<PairingOutcome> {
  const request = new Pkcs10CertificateRequest(new Uint8Array(csr));
  return {
    status: 'accepted',
    certificate: await authority.sign('d1', await request.publicKey.export()),
    roomId: testRoom,
    roomName: 'Phòng họp số 1',
    ...{ surface, seat },
    deviceId: deviceId.parse('d1'),
    deviceToken: 'token',
    addresses: ['127.0.0.1'],
    terminalPort: 4870,
    unlockHash: null,
  };
}
