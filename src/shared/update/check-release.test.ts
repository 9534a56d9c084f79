import {
  generateKeyPairSync,
  sign,
  verify as verifyByNode,
  createPublicKey,
  type KeyObject,
} from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkRelease, type ReleaseKey, type VerifySignature } from './check-release.ts';

const verify: VerifySignature = (message, signature, publicKey) => {
  const x = Buffer.from(publicKey, 'base64').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verifyByNode(null, message, key, signature);
};

function newKey(id: string): { readonly key: ReleaseKey; readonly privateKey: KeyObject } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const x = String(publicKey.export({ format: 'jwk' })['x']);
  return { key: { id, publicKey: Buffer.from(x, 'base64url').toString('base64') }, privateKey };
}

const old = newKey('0000000000000001');
const next = newKey('0000000000000002');
const stranger = newKey('0000000000000001');
const bytes = Buffer.from(
  `version: 1.2.0\nfiles:\n  - url: NghiSu-1.2.0-win-x64.exe\n    sha512: ${'A'.repeat(86)}==\n    size: 5\n`,
);
const lineOf = ({ key, privateKey }: typeof old, message: Uint8Array = bytes): string =>
  `${key.id} ${sign(null, message, privateKey).toString('base64')}`;
const keys = [old.key];

describe('the signature of a release', () => {
  it('[UPD-1] of a known key makes its metadata believed', () => {
    const checked = checkRelease({ bytes, signature: `${lineOf(old)}\n` }, { keys, verify });
    expect(checked.ok && checked.value.version).toBe('1.2.0');
  });

  it('may be of the key that comes next, or of both while keys are being replaced', () => {
    const both = `${lineOf(next)}\n${lineOf(old)}\n`;
    expect(checkRelease({ bytes, signature: both }, { keys, verify }).ok).toBe(true);
    expect(checkRelease({ bytes, signature: both }, { keys: [next.key], verify }).ok).toBe(true);
    expect(checkRelease({ bytes, signature: lineOf(next) }, { keys: [old.key, next.key], verify }).ok).toBe(
      true,
    );
  });

  it.each([
    ['is missing', null, 'update/unsigned'],
    ['is empty', '', 'update/wrong-signature'],
    ['is of another key', lineOf(next), 'update/wrong-signature'],
    ['is of a stranger who took the name of a known key', lineOf(stranger), 'update/wrong-signature'],
    ['is of other bytes', lineOf(old, Buffer.from('version: 1.2.1')), 'update/wrong-signature'],
    ['is cut', lineOf(old).slice(0, -4), 'update/wrong-signature'],
  ])('that %s is refused', (_what, signature, code) => {
    expect(checkRelease({ bytes, signature }, { keys, verify })).toEqual({ ok: false, reason: code });
  });

  it('of bytes that have changed by one bit is refused', () => {
    const changed = Buffer.from(bytes);
    changed[9] = (changed[9] ?? 0) ^ 1;
    expect(checkRelease({ bytes: changed, signature: lineOf(old) }, { keys, verify }).ok).toBe(false);
  });

  it('counts for nothing where no key is known: nothing is believed by default', () => {
    expect(checkRelease({ bytes, signature: lineOf(old) }, { keys: [], verify })).toEqual({
      ok: false,
      reason: 'update/no-key',
    });
  });
});
