import { createPublicKey, verify } from 'node:crypto';
import type { VerifySignature } from '../../shared/update/check-release.ts';

/** Ed25519 by Node; false for whatever is no key or no signature. */
export const verifySignature: VerifySignature = (message, signature, publicKey) => {
  try {
    const x = Buffer.from(publicKey, 'base64').toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return verify(null, message, key, signature);
  } catch {
    return false;
  }
};
