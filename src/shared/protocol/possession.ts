import { sha256 as hash } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { sha256, type Sha256 } from '../records/ids.ts';
import { provedBytes } from './machine.ts';

/** Where in a document of so many bytes the stretch lies that has to be shown, and how long it is. */
export interface Stretch {
  readonly begin: number;
  readonly end: number;
}

/** Chosen by the hub's question and by the document, so that nobody can foresee it. */
export function stretchOf(nonce: Sha256, blob: Sha256, bytes: number): Stretch {
  const places = Math.max(1, bytes - provedBytes + 1);
  const chosen = hash(utf8ToBytes(`nghisu/possession/1|${nonce}|${blob}`));
  const begin = new DataView(chosen.buffer, chosen.byteOffset).getUint32(0) % places;
  return { begin, end: Math.min(bytes, begin + provedBytes) };
}

/** One document with the stretch of it that was read. */
export interface ShownBlob {
  readonly blob: Sha256;
  readonly shown: Uint8Array;
}

/**
 * What a terminal answers, and what the hub works out for itself to compare.
 *
 * It shows that at the moment of the question the terminal could read back, of each document that it counts as held,
 * 4 KiB which nobody could foresee, and that they are the hub's bytes. A terminal opens them through its vault, which
 * hashed the whole document when it came in and after each start; so it also shows that the keys still fit. It does not
 * show that every other byte is readable now, and a terminal that wanted to lie could fetch the bytes elsewhere.
 */
export function proveDigest(nonce: Sha256, shown: readonly ShownBlob[]): Sha256 {
  const whole = hash.create().update(hexToBytes(nonce));
  for (const { blob, shown: bytes } of shown) whole.update(hexToBytes(blob)).update(hash(bytes));
  return sha256.parse(bytesToHex(whole.digest()));
}
