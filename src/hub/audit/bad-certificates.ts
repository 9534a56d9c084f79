import '../../shared/std/reflect-metadata.ts';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

/** A certificate and its private key, both PEM. */
export interface ShownCertificate {
  readonly cert: string;
  readonly key: string;
}

export interface Dates {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const century: Dates = {
  notBefore: new Date('2000-01-01T00:00:00Z'),
  notAfter: new Date('2099-12-31T23:59:59Z'),
};

/** Vouches for itself and for nothing else. */
export async function selfSigned(name: string): Promise<ShownCertificate> {
  const keys = await newKeys();
  const made = await X509CertificateGenerator.createSelfSigned({
    ...{ name, keys, signingAlgorithm: algorithm, ...century },
    extensions: [new ExtendedKeyUsageExtension([ExtendedKeyUsage.clientAuth])],
  });
  return { cert: made.toString('pem'), key: await pemOf(keys.privateKey) };
}

/** By the authority of a data folder, with dates that it never gives; for a hub under its name, or for a device. */
export async function datedCertificate(
  folder: string,
  dates: Dates,
  hubName: string | null = null,
): Promise<ShownCertificate> {
  const authority = readFileSync(join(folder, 'authority.pem'), 'utf8');
  const der = createPrivateKey(authority).export({ type: 'pkcs8', format: 'der' });
  const keys = await newKeys();
  const usage = hubName === null ? ExtendedKeyUsage.clientAuth : ExtendedKeyUsage.serverAuth;
  const made = await X509CertificateGenerator.create({
    subject: `CN=${hubName ?? 'device'}`,
    issuer: new X509Certificate(authority).subject,
    publicKey: keys.publicKey,
    signingKey: await crypto.subtle.importKey('pkcs8', new Uint8Array(der), algorithm, true, ['sign']),
    signingAlgorithm: algorithm,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new ExtendedKeyUsageExtension([usage]),
      ...(hubName === null ? [] : [new SubjectAlternativeNameExtension([{ type: 'dns', value: hubName }])]),
    ],
    ...dates,
  });
  return { cert: made.toString('pem'), key: await pemOf(keys.privateKey) };
}

async function newKeys() {
  return crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

async function pemOf(key: Parameters<typeof crypto.subtle.exportKey>[1]): Promise<string> {
  return PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
}
