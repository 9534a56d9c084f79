import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { PersonId } from '../records/ids.ts';
import { base64Of, bytesOfBase64 } from '../std/base64.ts';
import { must } from '../std/must.ts';
import { openBytes, sealBytes } from './sealed-bytes.ts';

/**
 * The layer keys of a person, 32 bytes each: the one in use first, then those of before a reset that were restored.
 * As one they are sealed under the wrapping key of the PIN, or of the recovery key.
 */
export type KeyRing = readonly [Uint8Array, ...Uint8Array[]];

export const layerKeyBytes = 32;

/** So many resets with a restoration after each; beyond it the oldest key is given up. */
const mostKeys = 16;

/** Under what a ring is sealed; the same bytes do not open as the other. */
export type RingSeal = 'pin' | 'recovery';

const nameOf = (seal: RingSeal, personId: PersonId): string =>
  JSON.stringify(['nghisu/layer-keys/1', seal, personId]);

/** Seals a ring of `personId`, in base 64. */
export function sealRing(
  ring: KeyRing,
  under: { readonly seal: RingSeal; readonly personId: PersonId; readonly wrappingKey: Uint8Array },
  iv: Uint8Array,
): string {
  const clear = new Uint8Array(ring.length * layerKeyBytes);
  ring.forEach((key, at) => clear.set(key, at * layerKeyBytes));
  return base64Of(sealBytes(under.wrappingKey, nameOf(under.seal, under.personId), clear, iv));
}

/** Opens a sealed ring; null under another key, of another person, or damaged. */
export function openRing(
  sealed: string,
  under: { readonly seal: RingSeal; readonly personId: PersonId; readonly wrappingKey: Uint8Array },
): KeyRing | null {
  const bytes = bytesOfBase64(sealed);
  const clear = bytes && openBytes(under.wrappingKey, nameOf(under.seal, under.personId), bytes);
  if (clear === null || clear.length === 0 || clear.length % layerKeyBytes !== 0) return null;
  const keys = Array.from({ length: clear.length / layerKeyBytes }, (_, at) =>
    clear.slice(at * layerKeyBytes, (at + 1) * layerKeyBytes),
  );
  const [first, ...others] = keys;
  return first === undefined ? null : [first, ...others];
}

/** Both rings in one, the key in use of the first staying in use. */
export function joinRings(ring: KeyRing, restored: KeyRing): KeyRing {
  const known = new Map([...ring, ...restored].map((key) => [keyName(key), key]));
  const [first, ...others] = [...known.values()].slice(0, mostKeys);
  must(first !== undefined, 'a ring has a key');
  return [first, ...others];
}

/** Names a key without telling anything of it; stands before every part that it has sealed. */
export function keyName(key: Uint8Array): string {
  return bytesToHex(
    sha256.create().update(utf8ToBytes('nghisu/layer-key-name/1')).update(key).digest(),
  ).slice(0, 16);
}
