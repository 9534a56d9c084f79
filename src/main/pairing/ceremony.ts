import { X509Certificate, createPrivateKey } from 'node:crypto';
import type { z } from 'zod';
import { commitment, pairingCode, ticketProof } from '../../shared/domain/pairing/pairing-code.ts';
import { httpRefusal } from '../../shared/protocol/http.ts';
import {
  hubServerName,
  pairingBegun,
  pairingOutcome,
  type PairedDevice,
  type PairingTicket,
  type PairingWish,
} from '../../shared/protocol/pairing.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import type { DeviceRequest } from './device-request.ts';
import type { SeenDoor } from './look-at-door.ts';
import type { Pairing } from './pairing.ts';

/** A request at the pairing door; `body` null asks by GET. Rejects for weather. */
export type AskPairing = (path: string, body: unknown) => Promise<{ status: number; json: unknown }>;

export interface CeremonyPorts {
  /** Over connections to the very door that was seen, verified to its authority. */
  readonly ask: AskPairing;
  readonly door: SeenDoor;
  readonly wish: PairingWish;
  readonly ticket: PairingTicket | null;
  /** Unguessable. */
  randomBytes(count: number): Uint8Array;
  makeRequest(): Promise<DeviceRequest>;
}

/** A pairing that has been revealed: people compare its code while it is asked what comes of it. */
export interface OpenPairing {
  /** Six digits. */
  readonly code: string;
  /** `waiting`, or how it ended. Rejects for weather: it may then be asked again. */
  outcome(): Promise<'waiting' | Result<Pairing, RefusalCode>>;
}

/**
 * Begins and reveals at a pairing door, as `shared/protocol/pairing.ts` has it. The commitment is sent before the hub
 * says anything, and the hub's authority has to be the one that its connection was verified to. Rejects for weather.
 */
export async function beginPairing(ports: CeremonyPorts): Promise<Result<OpenPairing, RefusalCode>> {
  const { ask, door, wish, ticket } = ports;
  if (ticket !== null && ticket.authoritySha256 !== door.authoritySha256)
    return refused('terminal/ticket-of-another-room');
  const { csr, privateKey } = await ports.makeRequest();
  const terminalNonce = ports.randomBytes(32);
  const committed = commitment({ csr, terminalNonce, wish });
  const began = await ask('/pair/v1/begin', {
    protocol: protocolVersion,
    commitment: committed,
    wish,
    ticketProof: ticket === null ? null : proofOf(ticket, committed),
  });
  const begun = parsed(began, pairingBegun);
  if (!begun.ok) return begun;
  const { pairingId, authority, hubNonce } = begun.value;
  if (!isSameCertificate(authority, door.authority)) return refused('terminal/hub-changed');
  const revealed = await ask('/pair/v1/reveal', {
    pairingId,
    csr: Buffer.from(csr).toString('base64'),
    terminalNonce: hex(terminalNonce),
  });
  if (revealed.status !== 204) return refused(reasonOf(revealed.json));
  const code = pairingCode({
    authority: new X509Certificate(door.authority).raw,
    csr,
    hubNonce: Buffer.from(hubNonce, 'hex'),
    terminalNonce,
    wish,
  });
  return ok({
    code,
    async outcome() {
      const told = parsed(await ask(`/pair/v1/outcome/${pairingId}`, null), pairingOutcome);
      if (!told.ok) return told;
      const { value } = told;
      switch (value.status) {
        case 'waiting':
          return 'waiting';
        case 'refused':
          return refused('terminal/refused');
        case 'expired':
          return refused('terminal/expired');
        case 'accepted':
          return accepted(value, door, privateKey);
      }
    },
  });
}

/** What the hub has made of this terminal; it has to be for its very key, by the authority that people have compared. */
function accepted(device: PairedDevice, door: SeenDoor, privateKey: string): Result<Pairing, RefusalCode> {
  const { status: _status, ...facts } = device;
  const certificate = certificateIn(device.certificate);
  const isOurs =
    certificate !== null &&
    certificate.verify(new X509Certificate(door.authority).publicKey) &&
    certificate.checkPrivateKey(createPrivateKey(privateKey)) &&
    hubServerName(device.roomId) === door.servername;
  if (!isOurs || facts.addresses.length === 0) return refused('terminal/hub-changed');
  return ok({ version: 1, ...facts, authority: door.authority, privateKey });
}

function proofOf({ secret, authoritySha256 }: PairingTicket, committed: string): string {
  return ticketProof({ secret: Buffer.from(secret, 'base64'), authoritySha256, commitment: committed });
}

function isSameCertificate(one: string, other: string): boolean {
  return certificateIn(one)?.raw.equals(new X509Certificate(other).raw) === true;
}

/** Null for what only looks like a certificate. */
function certificateIn(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem);
  } catch {
    return null;
  }
}

function parsed<Schema extends z.ZodType>(
  { status, json }: { readonly status: number; readonly json: unknown },
  schema: Schema,
): Result<z.output<Schema>, RefusalCode> {
  const body = status < 300 ? schema.safeParse(json) : null;
  return body?.success === true ? ok(body.data) : refused(reasonOf(json));
}

/** The hub's own reason; what does not even refuse is no hub of ours. */
function reasonOf(json: unknown): RefusalCode {
  const reason = httpRefusal.safeParse(json);
  return reason.success ? reason.data.code : 'terminal/not-a-hub';
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
