import { randomBytes } from 'node:crypto';
import { base32FromHex } from '../../shared/std/base32.ts';

/** A secret of 256 bits for a device or a session. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** An id nobody has had before: a mark of its kind and 100 bits, in letters that people do not misread. */
export function newId(kind: string): string {
  return `${kind}-${base32FromHex(randomBytes(13).toString('hex'), 20)}`;
}

/** A password for trying the administration: 60 bits in twelve letters and digits. */
export function newTrialPassword(): string {
  return base32FromHex(randomBytes(8).toString('hex'), 12);
}

/** The code printed at the first start: 40 bits in eight letters, for people to type. */
export function newRoomCode(): string {
  return base32FromHex(randomBytes(5).toString('hex'), 8);
}
