import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { PersonId } from '../records/ids.ts';
import { base32FromHex, hexFromBase32 } from '../std/base32.ts';

/**
 * A key to be printed and kept in a drawer: 128 bits, far beyond guessing, in 26 letters, and four more by which a
 * slip of the pen is found before anything is asked of the hub. Six groups of five.
 */
export const recoveryBytes = 16;

const keyLetters = 26;
const checkLetters = 4;
const groupLetters = 5;

/** Writes a recovery key in groups: "7K2QX-…". */
export function writeRecoveryKey(key: Uint8Array): string {
  const text = base32FromHex(bytesToHex(key), keyLetters) + checkOf(key);
  return (text.match(new RegExp(`.{${groupLetters}}`, 'g')) ?? []).join('-');
}

/** Reads a recovery key as people type it: with or without dashes, in small letters, O for 0. Null when it is none. */
export function readRecoveryKey(text: string): Uint8Array | null {
  const letters = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (letters.length !== keyLetters + checkLetters) return null;
  const hex = hexFromBase32(letters.slice(0, keyLetters), recoveryBytes * 2);
  if (hex === null) return null;
  const key = hexToBytes(hex);
  return checkOf(key) === letters.slice(keyLetters) ? key : null;
}

/** The key that seals a person's ring under a recovery key. */
export function wrappingKeyOf(recoveryKey: Uint8Array, personId: PersonId): Uint8Array {
  const purpose = utf8ToBytes(JSON.stringify(['nghisu/recovery/1', personId]));
  return hkdf(sha256, recoveryKey, undefined, purpose, 32);
}

function checkOf(key: Uint8Array): string {
  const hash = sha256.create().update(utf8ToBytes('nghisu/recovery-check/1')).update(key).digest();
  return base32FromHex(bytesToHex(hash), checkLetters);
}
