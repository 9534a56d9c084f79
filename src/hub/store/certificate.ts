import { createHash } from 'node:crypto';
import { sha256, type DeviceId, type Sha256 } from '../../shared/records/ids.ts';

/** A certificate and its name in lists: the SHA-256 of its DER form. */
export interface Certificate {
  readonly pem: string;
  readonly der: Uint8Array;
  readonly sha256: Sha256;
}

/** What the hub shows at its doors: a certificate followed by that of the authority, and its key, all PEM. */
export interface HubCertificate {
  readonly certificate: string;
  readonly privateKey: string;
}

/**
 * The certificate authority of the room: it alone says who is the hub and who is a device. Made once, at the first
 * start. Nothing it issues ends by date before the year 2100, so that no clock can shut a room: what is no longer to
 * count is taken from the list of devices.
 */
export interface Authority {
  readonly certificate: Certificate;
  /**
   * A certificate for the hub's doors, for a new key that is on no disk. Terminals look for the room's name in it;
   * `addresses` are for browsers, which look for what is in their address line.
   */
  issueForHub(addresses: readonly string[]): Promise<HubCertificate>;
  /** The same for another name of the hub and nothing else. */
  issueForName(dnsName: string): Promise<HubCertificate>;
  /**
   * A certificate for the key of a request (PKCS #10, DER). Null when the request is none for an ECDSA P-256 key, is
   * not signed by that key, or is followed by anything. What it names is not used.
   */
  issueForDevice(csr: Uint8Array, device: DeviceId): Promise<Certificate | null>;
}

/** The name of a certificate in the lists of the room: SHA-256 of its DER form, lower-case hexadecimal. */
export function fingerprint(der: Uint8Array): Sha256 {
  return sha256.parse(createHash('sha256').update(der).digest('hex'));
}
