import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';

/**
 * Seals texts under one key. What is sealed under one name does not open under another, so that nobody who can write
 * to the disk can put one record in the place of another.
 */
export interface RecordCipher {
  /** Gives a text of characters 0 to 255: a fresh nonce, the ciphertext, the tag. */
  seal(name: string, text: string): string;
  /** Throws when the key or the name is another, or a bit of it has changed. */
  open(name: string, sealed: string): string;
}

const nonceBytes = 24;

/**
 * XChaCha20-Poly1305 under a key of 32 bytes. The nonce is drawn at random for each text, which its 192 bits allow.
 * The cipher is synchronous on purpose: an asynchronous one lets changes overtake each other on their way to the screen.
 */
export function createRecordCipher(key: Uint8Array, fillRandom: (bytes: Uint8Array) => void): RecordCipher {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return {
    seal(name, text) {
      const nonce = new Uint8Array(nonceBytes);
      fillRandom(nonce);
      const cipher = xchacha20poly1305(key, nonce, encoder.encode(name));
      return toCharacters(nonce) + toCharacters(cipher.encrypt(encoder.encode(text)));
    },
    open(name, sealed) {
      const bytes = toBytes(sealed);
      const cipher = xchacha20poly1305(key, bytes.subarray(0, nonceBytes), encoder.encode(name));
      return decoder.decode(cipher.decrypt(bytes.subarray(nonceBytes)));
    },
  };
}

/** One character per byte: IndexedDB keeps such a string in as many bytes, a third less than base64. */
function toCharacters(bytes: Uint8Array): string {
  const stretch = 8192;
  let text = '';
  for (let begin = 0; begin < bytes.length; begin += stretch) {
    text += String.fromCharCode.apply(null, bytes.subarray(begin, begin + stretch) as unknown as number[]);
  }
  return text;
}

function toBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes;
}
