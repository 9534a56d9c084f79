import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';

/**
 * Seals texts under one key. What is sealed under one name does not open under another, so that nobody who can write
 * to the disk can put one record in the place of another.
 */
export interface RecordCipher {
  /** Gives base64 of a fresh nonce, the ciphertext and the tag. */
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
      const body = xchacha20poly1305(key, nonce, encoder.encode(name)).encrypt(encoder.encode(text));
      const sealed = new Uint8Array(nonceBytes + body.length);
      sealed.set(nonce);
      sealed.set(body, nonceBytes);
      return toBase64(sealed);
    },
    open(name, sealed) {
      const bytes = fromBase64(sealed);
      const cipher = xchacha20poly1305(key, bytes.subarray(0, nonceBytes), encoder.encode(name));
      return decoder.decode(cipher.decrypt(bytes.subarray(nonceBytes)));
    },
  };
}

/** What browsers of today have, and the types of the language not yet. */
interface NativeBase64 {
  toBase64?(): string;
}
interface NativeBytes {
  fromBase64?(text: string): Uint8Array;
}

/** By the browser itself where it can, which is some forty times as fast as by hand. */
function toBase64(bytes: Uint8Array): string {
  const native = (bytes as NativeBase64).toBase64?.();
  if (native !== undefined) return native;
  let characters = '';
  for (const byte of bytes) characters += String.fromCharCode(byte);
  return btoa(characters);
}

function fromBase64(text: string): Uint8Array {
  const native = (Uint8Array as NativeBytes).fromBase64?.(text);
  return native ?? Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
