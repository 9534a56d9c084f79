import '../../shared/std/reflect-metadata.ts';
import { webcrypto } from 'node:crypto';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** A key that was made here, and the request for a certificate of it. */
export interface DeviceRequest {
  /** PKCS #10, DER. It names nobody: who the device is says the hub. */
  readonly csr: Uint8Array;
  /** PEM (PKCS #8). */
  readonly privateKey: string;
}

/** Makes a new ECDSA P-256 key for a device and signs the request with it. */
export async function makeDeviceRequest(): Promise<DeviceRequest> {
  // Loaded when it is needed: once in the life of a terminal.
  const { PemConverter, Pkcs10CertificateRequestGenerator } = await import('@peculiar/x509');
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const request = await Pkcs10CertificateRequestGenerator.create({ keys, signingAlgorithm: algorithm });
  const exported = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return {
    csr: new Uint8Array(request.rawData),
    privateKey: PemConverter.encode(exported, 'PRIVATE KEY'),
  };
}
