import type { TLSSocket } from 'node:tls';
import { createHash, X509Certificate } from 'node:crypto';
import { handshake, type DoorAddress } from '../hub-link/sealed-dial.ts';

/** What a pairing door shows of itself before anything is sent to it. Nothing of it is believed yet. */
export interface SeenDoor {
  /** The authority that it says it is of, in PEM. */
  readonly authority: string;
  /** Of the authority in DER, in lower-case hexadecimal. */
  readonly authoritySha256: string;
  /** The name of its room in the certificate. */
  readonly servername: string;
}

const roomName = /^DNS:([a-z0-9-]{1,63}\.room\.nghisu)$/;

/**
 * Looks at the certificates of a door: a TLS handshake, and not a byte more. Null when what answers is no hub; rejects
 * when nothing answers.
 */
export async function lookAtDoor(address: DoorAddress, signal: AbortSignal): Promise<SeenDoor | null> {
  // What is seen here is verified by the connection that is made next, or else not used.
  const socket = await handshake(address, { rejectUnauthorized: false }, signal);
  try {
    return seenAt(socket);
  } finally {
    socket.destroy();
  }
}

function seenAt(socket: TLSSocket): SeenDoor | null {
  const { subjectaltname, issuerCertificate } = socket.getPeerCertificate(true);
  const servername = (subjectaltname ?? '')
    .split(', ')
    .flatMap((name) => roomName.exec(name)?.[1] ?? [])
    .at(0);
  if (servername === undefined || issuerCertificate?.raw === undefined) return null;
  const authority = new X509Certificate(issuerCertificate.raw);
  const authoritySha256 = createHash('sha256').update(authority.raw).digest('hex');
  return { authority: authority.toString(), authoritySha256, servername };
}
