import { gcm } from '@noble/ciphers/aes.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** AES-256-GCM: a random initialisation vector before, a tag behind. */
export const ivBytes = 12;

/** Seals `clear` under `key`, bound to `name`. `iv` is drawn by chance, once for each sealing. */
export function sealBytes(key: Uint8Array, name: string, clear: Uint8Array, iv: Uint8Array): Uint8Array {
  const body = gcm(key, iv, utf8ToBytes(name)).encrypt(clear);
  const sealed = new Uint8Array(iv.length + body.length);
  sealed.set(iv);
  sealed.set(body, iv.length);
  return sealed;
}

/** Opens what {@link sealBytes} has sealed; null under another key or name, and for anything else. */
export function openBytes(key: Uint8Array, name: string, sealed: Uint8Array): Uint8Array | null {
  try {
    return gcm(key, sealed.subarray(0, ivBytes), utf8ToBytes(name)).decrypt(sealed.subarray(ivBytes));
  } catch {
    return null;
  }
}
