import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Signature } from '../../shared/records/tally.ts';
import { writeSecretFile } from './durable-file.ts';
import { damaged, unusable } from './store-refusal.ts';

/** Signs in the name of the room. */
export interface SigningKey {
  /** The public key, 32 bytes in lower-case hexadecimal. */
  readonly publicKey: string;
  /** Ed25519 over UTF-8 text; the same text always has the same signature. */
  sign(text: string): Signature;
}

/**
 * Opens the key of the room, or makes one where there is none. It is in a file of its own, so that the log can be
 * copied and shown without it; a hub that takes another's place has it with the data folder.
 */
export function openSigningKey(folder: string): SigningKey {
  const file = join(folder, 'signing-key.pem');
  if (!existsSync(file)) makeKey(file);
  const key = readKey(file);
  const publicKey = rawPublicKey(key);
  return {
    publicKey,
    sign: (text) => ({
      key: publicKey,
      value: sign(null, Buffer.from(text, 'utf8'), key).toString('hex'),
    }),
  };
}

function makeKey(file: string): void {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  try {
    writeSecretFile(file, pem.toString());
  } catch (error) {
    throw unusable(file, error);
  }
}

function readKey(file: string): KeyObject {
  try {
    const key = createPrivateKey(readFileSync(file));
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch (error) {
    throw damaged(file, null, 'the key is unreadable', error);
  }
  throw damaged(file, null, 'not a key of this kind');
}

/** The last 32 bytes of the DER form are the key itself. */
function rawPublicKey(key: KeyObject): string {
  const der = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return der.subarray(-32).toString('hex');
}
