import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * The public half of a release key, as `src/shared/update/release-keys.json` lists it.
 *
 * @typedef {object} PublicKey
 * @property {string} id the first 16 hex digits of the SHA-256 of the raw key
 * @property {string} publicKey Ed25519, 32 bytes, base 64
 */

/**
 * Makes an Ed25519 key and writes its private half to a file that must not be there yet, readable by its owner alone.
 *
 * @param {string} file
 * @param {string | null} passphrase
 * @returns {PublicKey}
 */
export function makeKey(file, passphrase) {
  const { privateKey } = generateKeyPairSync('ed25519');
  const options = { type: /** @type {const} */ ('pkcs8'), format: /** @type {const} */ ('pem') };
  const sealed = passphrase === null ? options : { ...options, cipher: 'aes-256-cbc', passphrase };
  writeFileSync(file, privateKey.export(sealed), { flag: 'wx', mode: 0o600 });
  return publicKeyOf(privateKey);
}

/**
 * @param {string} file
 * @param {string | null} passphrase
 */
export function readKey(file, passphrase) {
  const key = createPrivateKey({
    key: readFileSync(file, 'utf8'),
    ...(passphrase === null ? {} : { passphrase }),
  });
  if (key.asymmetricKeyType !== 'ed25519')
    throw new Error(`${file} không phải khoá Ed25519 · is no Ed25519 key`);
  return key;
}

/**
 * @param {import('node:crypto').KeyObject} privateKey
 * @returns {PublicKey}
 */
export function publicKeyOf(privateKey) {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  const raw = Buffer.from(String(x), 'base64url');
  return {
    id: createHash('sha256').update(raw).digest('hex').slice(0, 16),
    publicKey: raw.toString('base64'),
  };
}

/** @param {string} publicKey raw, base 64 */
export function keyFromPublic(publicKey) {
  const x = Buffer.from(publicKey, 'base64').toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}
