import '../../shared/std/reflect-metadata.ts';
import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  Pkcs10CertificateRequest,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
  type Extension,
} from '@peculiar/x509';
import { hubServerName } from '../../shared/protocol/pairing.ts';
import type { DeviceId, RoomId } from '../../shared/records/ids.ts';
import { fingerprint, type Authority, type Certificate, type HubCertificate } from './certificate.ts';
import { writeSecretFile } from './durable-file.ts';
import { damaged, unusable } from './store-refusal.ts';
import type { PlatformKey } from './platform-key.ts';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** Wide enough for every clock that a machine may have come up with. */
export const validity = {
  notBefore: new Date('2000-01-01T00:00:00Z'),
  notAfter: new Date('2099-12-31T23:59:59Z'),
} as const;

interface AuthorityKeys {
  readonly certificate: Certificate;
  readonly signingKey: PlatformKey;
  /** The authority's name, as it stands in what it issues. */
  readonly issuer: string;
  readonly publicKey: PlatformKey;
}

/**
 * Opens the authority of a data folder, or makes it where there is none. In a file of its own, so that the log can be
 * copied and shown without it. Throws a `StoreRefusal` when the file is damaged or cannot be written.
 */
export async function openAuthority(folder: string, roomId: RoomId): Promise<Authority> {
  const file = join(folder, 'authority.pem');
  if (!existsSync(file)) await makeAuthority(file, roomId);
  const keys = await readAuthority(file);
  return {
    certificate: keys.certificate,
    issueForHub: (addresses) => issueForHub(keys, hubServerName(roomId), addresses),
    issueForName: (dnsName) => issueForHub(keys, dnsName, []),
    issueForDevice: (csr, device) => issueForDevice(keys, csr, device),
  };
}

async function makeAuthority(file: string, roomId: RoomId): Promise<void> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: `CN=Nghi Su ${roomId}`,
    keys,
    serialNumber: newSerial(),
    signingAlgorithm: algorithm,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
    ...validity,
  });
  const privateKey = await pemOf(keys.privateKey);
  try {
    writeSecretFile(file, `${privateKey}\n${certificate.toString('pem')}\n`);
  } catch (error) {
    throw unusable(file, error);
  }
}

async function readAuthority(file: string): Promise<AuthorityKeys> {
  try {
    const text = readFileSync(file, 'utf8');
    const parsed = new X509Certificate(text);
    const key = createPrivateKey(text);
    if (!parsed.ca || !parsed.checkPrivateKey(key))
      throw new Error('key and certificate do not belong together');
    return {
      certificate: certificateOf(parsed),
      signingKey: await imported(key, ['sign']),
      publicKey: await imported(parsed.publicKey, ['verify']),
      issuer: parsed.subject,
    };
  } catch (error) {
    throw damaged(file, null, 'the authority of the room is unreadable', error);
  }
}

async function imported(key: KeyObject, usages: ('sign' | 'verify')[]): Promise<PlatformKey> {
  const isPrivate = key.type === 'private';
  const der = isPrivate
    ? key.export({ type: 'pkcs8', format: 'der' })
    : key.export({ type: 'spki', format: 'der' });
  return crypto.subtle.importKey(isPrivate ? 'pkcs8' : 'spki', new Uint8Array(der), algorithm, true, usages);
}

async function issueForHub(
  keys: AuthorityKeys,
  roomName: string,
  addresses: readonly string[],
): Promise<HubCertificate> {
  const own = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const names = addresses.map((value) => ({
    type: isIP(value) === 0 ? ('dns' as const) : ('ip' as const),
    value,
  }));
  const issued = await issue(keys, own.publicKey, roomName, [
    new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
    new SubjectAlternativeNameExtension([{ type: 'dns', value: roomName }, ...names]),
  ]);
  // A machine that pairs looks at the authority in the handshake, before it sends anything.
  const chain = `${issued.pem.trimEnd()}\n${keys.certificate.pem}`;
  return { certificate: chain, privateKey: await pemOf(own.privateKey) };
}

async function issueForDevice(
  keys: AuthorityKeys,
  csr: Uint8Array,
  device: DeviceId,
): Promise<Certificate | null> {
  const publicKey = await keyOfRequest(csr);
  if (publicKey === null) return null;
  return issue(keys, publicKey, device, [new ExtendedKeyUsageExtension([ExtendedKeyUsage.clientAuth])]);
}

async function keyOfRequest(csr: Uint8Array): Promise<PlatformKey | null> {
  try {
    const request = new Pkcs10CertificateRequest(new Uint8Array(csr));
    // What is signed is what was sent: bytes behind the request would be in the code and in nothing else.
    if (Buffer.compare(Buffer.from(request.rawData), csr) !== 0 || !isWhole(csr)) return null;
    if (!(await request.verify())) return null;
    return await request.publicKey.export(algorithm, ['verify']);
  } catch {
    return null; // Whatever a stranger has sent, it was no request for such a key.
  }
}

/** Whether the outer sequence of DER ends with the last byte. */
function isWhole(der: Uint8Array): boolean {
  const [tag, first = 0, second = 0, third = 0] = der;
  if (tag !== 0x30) return false;
  if (first < 0x80) return der.length === first + 2;
  if (first === 0x81) return der.length === second + 3;
  return first === 0x82 && der.length === second * 256 + third + 4;
}

async function issue(
  { signingKey, issuer, publicKey: ofAuthority }: AuthorityKeys,
  publicKey: PlatformKey,
  name: string,
  extensions: readonly Extension[],
): Promise<Certificate> {
  const made = await X509CertificateGenerator.create({
    subject: `CN=${name}`,
    issuer,
    publicKey,
    signingKey,
    serialNumber: newSerial(),
    signingAlgorithm: algorithm,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      await AuthorityKeyIdentifierExtension.create(ofAuthority),
      ...extensions,
    ],
    ...validity,
  });
  return certificateOf(new X509Certificate(made.toString('pem')));
}

function certificateOf(certificate: X509Certificate): Certificate {
  return {
    pem: certificate.toString(),
    der: new Uint8Array(certificate.raw),
    sha256: fingerprint(certificate.raw),
  };
}

/** 127 bits by chance, positive. */
function newSerial(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return Buffer.from(bytes).toString('hex');
}

async function pemOf(key: PlatformKey): Promise<string> {
  return PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
}
