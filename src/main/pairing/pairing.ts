import { z } from 'zod';
import { certificatePem, hubAddress, hubServerName, portNumber } from '../../shared/protocol/pairing.ts';
import { surface } from '../../shared/records/audience.ts';
import { deviceId, roomId, seatLabel } from '../../shared/records/ids.ts';
import type { TerminalPlace } from '../../shared/terminal/terminal-place.ts';
import type { SealedPeer } from '../hub-link/sealed-dial.ts';

/** What a paired terminal keeps, all in one, so that it is there as a whole or not at all. */
export const pairing = z.strictObject({
  version: z.literal(1),
  roomId,
  roomName: z.string(),
  surface,
  seat: seatLabel.nullable(),
  deviceId,
  deviceToken: z.string().min(1).max(128),
  addresses: z.array(hubAddress).min(1).max(32),
  terminalPort: portNumber,
  /** Of the room: the one thing that this terminal trusts. */
  authority: certificatePem,
  /** Of this terminal, by that authority. */
  certificate: certificatePem,
  /** In PEM (PKCS #8); made here, and never anywhere else. */
  privateKey: z.string().min(1).max(1_024),
  /** The unlock code of IT for this machine, as an Argon2id hash in PHC encoding. */
  unlockHash: z.string().max(512).nullable(),
});
export type Pairing = z.infer<typeof pairing>;

/** Which terminal of the room it has become. */
export function placeOf({ surface: shown, seat }: Pairing): TerminalPlace {
  return { surface: shown, seat };
}

/** The hub as this terminal knows it, and this terminal as the hub does. */
export function peerOf({ roomId: room, authority, certificate, privateKey }: Pairing): SealedPeer {
  return { authority, certificate, privateKey, servername: hubServerName(room) };
}
