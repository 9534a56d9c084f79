import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** A key of AES-256. */
export const keyBytes = 32;

const cipherName = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** Seals bytes under one key. What is sealed under one name does not open under another. */
export interface Sealer {
  /** Initialisation vector, ciphertext and tag, one after the other. */
  seal(name: string, clear: Uint8Array): Uint8Array;
  /** Null when the bytes do not open: another key, another name, or damage. */
  open(name: string, sealed: Uint8Array): Uint8Array | null;
}

/** AES-256-GCM with a random initialisation vector per sealing and the name as additional data. */
export function createSealer(key: Uint8Array): Sealer {
  return {
    seal(name, clear) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv(cipherName, key, iv);
      cipher.setAAD(Buffer.from(name));
      return Buffer.concat([iv, cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
    },
    open(name, sealed) {
      if (sealed.length < ivBytes + tagBytes) return null;
      const decipher = createDecipheriv(cipherName, key, sealed.subarray(0, ivBytes));
      decipher.setAAD(Buffer.from(name));
      decipher.setAuthTag(sealed.subarray(-tagBytes));
      const clear = decipher.update(sealed.subarray(ivBytes, -tagBytes));
      try {
        return Buffer.concat([clear, decipher.final()]);
      } catch {
        return null;
      }
    },
  };
}

/** A key for one purpose, from the key of the machine (HKDF-SHA-256, RFC 5869). */
export function deriveKey(machineKey: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', machineKey, new Uint8Array(0), purpose, keyBytes));
}
