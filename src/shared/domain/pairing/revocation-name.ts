import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * The DNS name for which a hub shows a certificate of the room's authority when, and only when, it has turned a device
 * out: its word for it, which nobody else can give, and which needs no byte after the handshake. `servername` is that
 * of the hub (`hubServerName`).
 */
export function revocationName(deviceId: string, servername: string): string {
  return `${bytesToHex(sha256(utf8ToBytes(deviceId))).slice(0, 32)}.revoked.${servername}`;
}
