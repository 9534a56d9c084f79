import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { argon2id } from 'hash-wasm';
import type { IssuedPin, PinSettings } from '../protocol/pin.ts';
import { base64Of, bytesOfBase64 } from '../std/base64.ts';
import { present } from '../std/must.ts';
import type { PinCost } from './pin-cost.ts';

/** What a PIN is stretched to: 32 bytes from which everything else is derived. Costly, and done off the window's thread. */
export type StretchPin = (pin: string, settings: PinSettings) => Promise<Uint8Array>;

/** What is derived from a PIN. Neither can be had from the other. */
export interface PinSecrets {
  /** Sent to the hub, base 64. */
  readonly proof: string;
  /** Opens the layer keys; never leaves the host. */
  readonly wrappingKey: Uint8Array;
}

const secretBytes = 32;
const saltBytes = 16;

/** argon2id in WebAssembly; holds the thread that calls it. */
export const stretchPin: StretchPin = (pin, { salt, memoryKiB, passes, lanes }) =>
  argon2id({
    password: pin,
    salt: present(bytesOfBase64(salt), 'a salt in base 64'),
    memorySize: memoryKiB,
    iterations: passes,
    parallelism: lanes,
    hashLength: secretBytes,
    outputType: 'binary',
  });

/** Splits a stretched PIN in two (HKDF-SHA-256, RFC 5869): whoever holds the proof is no nearer to the key. */
export function secretsOf(stretched: Uint8Array): PinSecrets {
  const derive = (purpose: string): Uint8Array =>
    hkdf(sha256, stretched, undefined, utf8ToBytes(purpose), secretBytes);
  return { proof: base64Of(derive('nghisu/pin/proof/1')), wrappingKey: derive('nghisu/pin/wrap/1') };
}

/** Settings for a new PIN, with a salt of its own. */
export function newSettings(cost: PinCost, randomBytes: (count: number) => Uint8Array): PinSettings {
  return { salt: base64Of(randomBytes(saltBytes)), ...cost };
}

/** Issues a PIN: what the hub is told of it, and the key that stays here. */
export async function issuePin(
  pin: string,
  settings: PinSettings,
  stretch: StretchPin,
): Promise<{ readonly issued: IssuedPin; readonly wrappingKey: Uint8Array }> {
  const { proof, wrappingKey } = secretsOf(await stretch(pin, settings));
  return { issued: { settings, proof }, wrappingKey };
}
