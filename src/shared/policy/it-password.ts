import { argon2id } from 'hash-wasm';
import type { policyRefusals } from '../refusals/policy-refusals.ts';
import { base64Of, bytesOfBase64 } from '../std/base64.ts';
import { must } from '../std/must.ts';
import { ok, refused, type Result } from '../std/result.ts';

/** Why a password is not taken as an IT password. */
export type ItPasswordRefusal = Extract<keyof typeof policyRefusals, `policy/password-${string}`>;

/** Bytes of chance that {@link hashItPassword} wants as a salt. */
export const itPasswordSaltBytes = 16;

/**
 * The least that is accepted from a settings file: the OWASP Password Storage Cheat Sheet's minimum for argon2id.
 */
const floor: Cost = { memoryKiB: 19 * 1024, passes: 2, lanes: 1 };

/** The most that a settings file may make a machine work for one try. */
const ceiling: Cost = { memoryKiB: 256 * 1024, passes: 8, lanes: 4 };

/** What new passwords are hashed with: the memory and passes of RFC 9106's second choice. About a third of a second. */
const cost: Cost = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 };

const hashBytes = 32;
const fewestCharacters = 10;
const mostCharacters = 128;
const fewestDifferent = 5;

interface Cost {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

interface KeptHash extends Cost {
  readonly salt: Uint8Array;
  readonly hash: Uint8Array;
}

/**
 * Judges a password that opens machines: 10 to 128 characters of any script, no control characters, no space at either
 * end, at least 5 different ones, and no mere run such as 1234567890. Answers the form that is hashed (NFC, because
 * Vietnamese keyboards write one letter in two ways).
 */
export function readItPassword(text: string): Result<string, ItPasswordRefusal> {
  const password = text.normalize('NFC');
  const characters = Array.from(password);
  if (characters.length < fewestCharacters) return refused('policy/password-short');
  if (characters.length > mostCharacters) return refused('policy/password-long');
  if (/[\p{C}\p{Zl}\p{Zp}]|^\s|\s$/u.test(password)) return refused('policy/password-characters');
  if (new Set(characters).size < fewestDifferent || isRun(characters))
    return refused('policy/password-simple');
  return ok(password);
}

/**
 * Hashes an IT password for keeping: Argon2id in PHC encoding, with 64 MiB and 3 passes. `salt` is
 * {@link itPasswordSaltBytes} bytes of chance. A password that {@link readItPassword} refuses is a fault.
 */
export async function hashItPassword(password: string, salt: Uint8Array): Promise<string> {
  must(salt.length >= itPasswordSaltBytes, 'a salt of 16 bytes or more');
  const read = readItPassword(password);
  must(read.ok, 'the password should have been refused before');
  const hash = await stretch(read.value, { ...cost, salt });
  const settings = `m=${cost.memoryKiB},t=${cost.passes},p=${cost.lanes}`;
  return `$argon2id$v=19$${settings}$${unpadded(salt)}$${unpadded(hash)}`;
}

/** Whether `password` is the one that `encoded` was made of; false for what is no hash of an IT password at all. */
export async function isItPassword(password: string, encoded: string): Promise<boolean> {
  const kept = readHash(encoded);
  if (kept === null) return false;
  const text = password.normalize('NFC');
  if (text === '' || text.length > mostCharacters * 4) return false;
  const hash = await stretch(text, kept);
  return isSame(hash, kept.hash);
}

/**
 * Whether a text is an Argon2id hash in PHC encoding that is worth keeping: at least 19 MiB and 2 passes, a salt of 16
 * bytes and a hash of 32, and no more work than a machine may be asked for.
 */
export function isItPasswordHash(encoded: string): boolean {
  return readHash(encoded) !== null;
}

function stretch(password: string, { memoryKiB, passes, lanes, salt }: Omit<KeptHash, 'hash'>) {
  return argon2id({
    password,
    salt,
    memorySize: memoryKiB,
    iterations: passes,
    parallelism: lanes,
    hashLength: hashBytes,
    outputType: 'binary',
  });
}

const phc =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{22,86})\$([A-Za-z0-9+/]{43})$/;

function readHash(encoded: string): KeptHash | null {
  const [, memory, passes, lanes, saltText, hashText] = phc.exec(encoded) ?? [];
  const salt = padded(saltText ?? '');
  const hash = padded(hashText ?? '');
  if (salt === null || hash === null || hash.length !== hashBytes) return null;
  const kept = { memoryKiB: Number(memory), passes: Number(passes), lanes: Number(lanes), salt, hash };
  return isWithin(kept) ? kept : null;
}

function isWithin({ memoryKiB, passes, lanes }: Cost): boolean {
  return (
    memoryKiB >= floor.memoryKiB &&
    memoryKiB <= ceiling.memoryKiB &&
    passes >= floor.passes &&
    passes <= ceiling.passes &&
    lanes >= floor.lanes &&
    lanes <= ceiling.lanes
  );
}

/** PHC strings leave the padding of base 64 away. */
function unpadded(bytes: Uint8Array): string {
  return base64Of(bytes).replace(/=+$/, '');
}

function padded(text: string): Uint8Array | null {
  return text === '' ? null : bytesOfBase64(text.padEnd(Math.ceil(text.length / 4) * 4, '='));
}

/** Every character is a neighbour of the one before it, all in one direction: 1234567890, zyxwvut…. */
function isRun(characters: readonly string[]): boolean {
  const codes = characters.map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, at) => code - (codes[at] ?? 0));
  // On a keyboard 0 follows 9.
  return steps.every((step) => step === 1 || step === -9) || steps.every((step) => step === -1 || step === 9);
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  let difference = one.length ^ other.length;
  for (const [at, byte] of one.entries()) difference |= byte ^ (other[at] ?? 0);
  return difference === 0;
}
