import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import type { TerminalStore } from './terminal-store.ts';

/** Seals bytes under a key of this terminal. What is sealed under one name does not open under another. */
export interface Sealer {
  seal(name: string, clear: Uint8Array): Promise<Uint8Array>;
  /** Null when the bytes do not open: another key, another name, or damage. */
  open(name: string, sealed: Uint8Array): Promise<Uint8Array | null>;
}

const ivBytes = 12;
const nonceBytes = 24;

/**
 * The sealer of a terminal. Its key is made once and can be used but not read, not even by this page. A page that
 * was loaded without encryption from another machine has no such keys; there the key lies beside what it seals, which
 * keeps honest eyes out and no others.
 */
export async function openSealer(store: TerminalStore, keyName: string): Promise<Sealer> {
  return globalThis.isSecureContext
    ? lockedSealer(await keptKey(store, keyName))
    : plainSealer(store, keyName);
}

/** The AES key under `keyName`, made when there is none. */
async function keptKey(store: TerminalStore, keyName: string): Promise<CryptoKey> {
  const kept = await store.get('keys', keyName);
  if (kept instanceof CryptoKey) return kept;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  await store.put('keys', keyName, made);
  return made;
}

/** Seals under a key that can be used but not read. */
export function lockedSealer(key: CryptoKey): Sealer {
  const encoder = new TextEncoder();
  return {
    async seal(name, clear) {
      const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
      const additionalData = encoder.encode(name);
      const body = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv, additionalData },
        key,
        ownBuffer(clear),
      );
      return joined(iv, new Uint8Array(body));
    },
    async open(name, sealed) {
      const iv = sealed.slice(0, ivBytes);
      const additionalData = encoder.encode(name);
      try {
        const body = sealed.slice(ivBytes);
        return new Uint8Array(
          await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, body),
        );
      } catch {
        return null;
      }
    },
  };
}

async function plainSealer(store: TerminalStore, keyName: string): Promise<Sealer> {
  const kept = await store.get('keys', keyName);
  const key = kept instanceof Uint8Array ? kept : crypto.getRandomValues(new Uint8Array(32));
  if (key !== kept) await store.put('keys', keyName, key);
  const encoder = new TextEncoder();
  return {
    seal(name, clear) {
      const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
      const cipher = xchacha20poly1305(key, nonce, encoder.encode(name));
      return Promise.resolve(joined(nonce, cipher.encrypt(clear)));
    },
    open(name, sealed) {
      try {
        const cipher = xchacha20poly1305(key, sealed.subarray(0, nonceBytes), encoder.encode(name));
        return Promise.resolve(cipher.decrypt(sealed.subarray(nonceBytes)));
      } catch {
        return Promise.resolve(null);
      }
    },
  };
}

/** WebCrypto takes no view of memory that could be shared between threads. */
function ownBuffer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : bytes.slice();
}

function joined(head: Uint8Array, body: Uint8Array): Uint8Array {
  const all = new Uint8Array(head.length + body.length);
  all.set(head);
  all.set(body, head.length);
  return all;
}
