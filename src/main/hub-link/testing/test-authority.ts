import '../../../shared/std/reflect-metadata.ts';
import { webcrypto } from 'node:crypto';
import {
  BasicConstraintsExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const century = { notBefore: new Date('2000-01-01T00:00:00Z'), notAfter: new Date('2099-12-31T23:59:59Z') };

export interface TestCertificate {
  /** PEM. */
  readonly certificate: string;
  /** PEM (PKCS #8). */
  readonly privateKey: string;
}

interface Dates {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** An authority of a room that never was, for tests of both ends. */
export interface TestAuthority {
  /** PEM. */
  readonly certificate: string;
  issue(commonName: string, dnsNames?: readonly string[], dates?: Dates): Promise<TestCertificate>;
  /** For the key of a request. */
  sign(commonName: string, publicKey: webcrypto.CryptoKey): Promise<string>;
}

export async function createTestAuthority(name = 'Test room'): Promise<TestAuthority> {
  const keys = await newKeys();
  const subject = `CN=${name}`;
  const own = await X509CertificateGenerator.createSelfSigned({
    name: subject,
    keys,
    serialNumber: '01',
    signingAlgorithm: algorithm,
    extensions: [new BasicConstraintsExtension(true, 0, true)],
    ...century,
  });
  const issueFor = async (
    commonName: string,
    publicKey: webcrypto.CryptoKey,
    { dnsNames, dates }: { dnsNames: readonly string[]; dates: Dates },
  ): Promise<string> => {
    const certificate = await X509CertificateGenerator.create({
      subject: `CN=${commonName}`,
      issuer: subject,
      publicKey,
      signingKey: keys.privateKey,
      signingAlgorithm: algorithm,
      extensions: [
        new SubjectAlternativeNameExtension(dnsNames.map((value) => ({ type: 'dns' as const, value }))),
      ],
      ...dates,
    });
    return certificate.toString('pem');
  };
  return {
    certificate: own.toString('pem'),
    async issue(commonName, dnsNames = [], dates = century) {
      const made = await newKeys();
      return {
        certificate: await issueFor(commonName, made.publicKey, { dnsNames, dates }),
        privateKey: await pemOf(made.privateKey),
      };
    },
    sign: (commonName, publicKey) => issueFor(commonName, publicKey, { dnsNames: [], dates: century }),
  };
}

async function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

async function pemOf(key: webcrypto.CryptoKey): Promise<string> {
  return PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
}
