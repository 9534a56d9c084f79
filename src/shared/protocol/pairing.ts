import { z } from 'zod';
import { surface } from '../records/audience.ts';
import { deviceId, moment, roomId, seatLabel, sha256 } from '../records/ids.ts';

/**
 * Pairing: how a machine becomes a device of the room. Spoken at the pairing door alone, over TLS 1.3, while IT has a
 * pairing window open. What is computed of these messages is in `src/shared/domain/pairing/pairing-code.ts`.
 */

/** The address of a network card: six bytes, lower case, with colons. */
export const macAddress = z.string().regex(/^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/);

/** A host name or an IP address at which the hub answers. */
export const hubAddress = z.string().min(1).max(253);

export const portNumber = z.number().int().min(1).max(65_535);

/** 32 bytes as lower-case hexadecimal: nonces, and what comes out of SHA-256 and HMAC-SHA-256. */
export const hex32 = z.string().regex(/^[0-9a-f]{64}$/);

/** One certificate in PEM. */
export const certificatePem = z
  .string()
  .max(8_192)
  .regex(/^-----BEGIN CERTIFICATE-----\r?\n[A-Za-z0-9+/=\r\n]+-----END CERTIFICATE-----\r?\n?$/);

/** What a machine says of itself and asks to be. */
export const pairingWish = z.strictObject({
  surface,
  /** Null when it does not know: then IT, or the row of its network card, says so. */
  seat: seatLabel.nullable(),
  /** Shown to IT. */
  machineName: z.string().min(1).max(64),
  macs: z.array(macAddress).max(16),
});
export type PairingWish = z.infer<typeof pairingWish>;

/** `POST /pair/v1/begin`, answered with 201 and {@link pairingBegun}. */
export const beginPairingRequest = z.strictObject({
  protocol: z.number().int(),
  /** `commitment` of the request that will be revealed. */
  commitment: hex32,
  wish: pairingWish,
  /** `ticketProof` with the secret of a pairing ticket; null without one. */
  ticketProof: hex32.nullable(),
});
export type BeginPairingRequest = z.infer<typeof beginPairingRequest>;

export const pairingBegun = z.strictObject({
  /** Unguessable: whoever has it is the machine that began. */
  pairingId: hex32,
  /**
   * The certificate of the room's authority. The terminal goes on only if the certificate that the pairing door has
   * shown was issued by it, and with a ticket only if its SHA-256 is the one in the ticket.
   */
  authority: certificatePem,
  hubNonce: hex32,
});
export type PairingBegun = z.infer<typeof pairingBegun>;

/** `POST /pair/v1/reveal`, answered with 204. Once for a pairing, whatever comes of it. */
export const revealPairingRequest = z.strictObject({
  pairingId: hex32,
  /** A PKCS #10 request for an ECDSA P-256 key, DER in base 64, signed by that key. What it names is not used. */
  csr: z.base64().min(64).max(4_096),
  terminalNonce: hex32,
});
export type RevealPairingRequest = z.infer<typeof revealPairingRequest>;

/** The device that a machine has become, and what it needs to come back as that device. */
export const pairedDevice = z.strictObject({
  status: z.literal('accepted'),
  /** Issued by the authority for the key of the request. */
  certificate: certificatePem,
  roomId,
  roomName: z.string(),
  surface,
  seat: seatLabel.nullable(),
  deviceId,
  deviceToken: z.string().min(1).max(128),
  /** Where the hub is found, the best first. */
  addresses: z.array(hubAddress).max(32),
  /** Of the terminal door: TLS 1.3 with this certificate. */
  terminalPort: portNumber,
  /** The unlock code of IT for this machine, as an Argon2id hash in PHC encoding; null when the room has none. */
  unlockHash: z.string().max(512).nullable(),
});
export type PairedDevice = z.infer<typeof pairedDevice>;

/** `GET /pair/v1/outcome/<pairingId>`: asked again until it is no longer `waiting`. */
export const pairingOutcome = z.discriminatedUnion('status', [
  /** IT has not decided. */
  z.strictObject({ status: z.literal('waiting') }),
  z.strictObject({ status: z.literal('refused') }),
  /** The window was closed, or nobody decided in time. */
  z.strictObject({ status: z.literal('expired') }),
  pairedDevice,
]);
export type PairingOutcome = z.infer<typeof pairingOutcome>;

/** A pairing ticket: a JSON file on a stick or beside the installer. Whoever has it may pair as a row of the list of seats. */
export const pairingTicket = z.strictObject({
  version: z.literal(1),
  roomName: z.string(),
  addresses: z.array(hubAddress).min(1).max(32),
  pairingPort: portNumber,
  /** The terminal refuses any other authority: with a ticket no code has to be compared. */
  authoritySha256: sha256,
  /** 32 bytes, base 64. */
  secret: z.base64().length(44),
  /** By the hub's clock, which alone decides. */
  expiresAt: moment,
});
export type PairingTicket = z.infer<typeof pairingTicket>;

/** The name under which the hub is found by TLS: the room's, never an address. */
export function hubServerName(room: string): string {
  return `${room.toLowerCase().replaceAll(/[^a-z0-9-]/g, '-')}.room.nghisu`;
}

/** What the hub announces by mDNS: `_nghisu._tcp`, port of the pairing door, with the text `room=<roomId>`. */
export const announcedService = 'nghisu';
/** The doors, unless the hub is told otherwise. */
export const defaultPorts = { terminal: 4870, pairing: 4871, browser: 4872 } as const;
