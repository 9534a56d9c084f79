import { bytesToUtf8 } from '@noble/ciphers/utils.js';
import { bytesOfBase64 } from '../std/base64.ts';
import { ok, refused, type Result } from '../std/result.ts';
import type { UpdateRefusalCode } from '../refusals/update-refusals.ts';
import { metadataBytes, parseReleaseMetadata, type ReleaseMetadata } from './release-metadata.ts';

/** A public key that signs releases. */
export interface ReleaseKey {
  /** The first 16 hex digits of the SHA-256 of the raw key: what people compare. */
  readonly id: string;
  /** Ed25519, 32 bytes, base 64. */
  readonly publicKey: string;
}

/** Judges an Ed25519 signature (64 bytes) over a message by a raw public key (32 bytes, base 64). */
export type VerifySignature = (message: Uint8Array, signature: Uint8Array, publicKey: string) => boolean;

/** A metadata file with its detached signature, as they lie in a release; null for a file that is not there. */
export interface SignedMetadata {
  readonly bytes: Uint8Array;
  readonly signature: string | null;
}

/** What a release is held against. */
export interface ReleaseTrust {
  /** Any one of them is enough: a release made while a key is being replaced bears two signatures. */
  readonly keys: readonly ReleaseKey[];
  readonly verify: VerifySignature;
}

/** Larger signature files are not looked at. */
export const signatureBytes = 4096;

const signatureLine = /^([0-9a-f]{16}) ([A-Za-z0-9+/]{86}==)$/;

/**
 * Believes metadata only when one of the known keys has signed its exact bytes. The signature file has one line
 * `<key id> <base 64>` per key; lines of keys that are not known are passed over. Never throws.
 */
export function checkRelease(
  { bytes, signature }: SignedMetadata,
  trust: ReleaseTrust,
): Result<ReleaseMetadata, UpdateRefusalCode> {
  if (trust.keys.length === 0) return refused('update/no-key');
  if (signature === null || signature.length > signatureBytes) return refused('update/unsigned');
  if (bytes.byteLength > metadataBytes) return refused('update/not-a-release');
  if (!isSigned(bytes, signature, trust)) return refused('update/wrong-signature');
  const metadata = parseReleaseMetadata(bytesToUtf8(bytes));
  return metadata === null ? refused('update/not-a-release') : ok(metadata);
}

function isSigned(bytes: Uint8Array, signature: string, { keys, verify }: ReleaseTrust): boolean {
  return signature.split('\n').some((line) => {
    const [, id, text = ''] = signatureLine.exec(line.trim()) ?? [];
    const key = keys.find((one) => one.id === id);
    const raw = bytesOfBase64(text);
    return key !== undefined && raw !== null && verify(bytes, raw, key.publicKey);
  });
}
