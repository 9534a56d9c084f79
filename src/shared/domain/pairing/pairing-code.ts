import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../../std/canonical-json.ts';

/**
 * The arithmetic of pairing, the same at the hub and at the terminal: numeric comparison with commit and reveal.
 *
 * The terminal commits to its request before it sees the hub's nonce, and the hub's nonce is given before the terminal
 * reveals: whoever stands between them cannot search for a request or an authority that makes both codes equal, and is
 * left with one guess in a million. Every part is preceded by its length, so that no bytes can move from one part into
 * its neighbour.
 */

/** What a terminal asks for, as it goes over the wire; encoded in canonical JSON. */
export type WishText = Readonly<Record<string, unknown>>;

/** What a terminal reveals. */
export interface Revealed {
  /** The certificate signing request, DER. */
  readonly csr: Uint8Array;
  /** 32 bytes by chance. */
  readonly terminalNonce: Uint8Array;
  /** The very wish of `begin`: nobody on the way can ask for another seat. */
  readonly wish: WishText;
}

/** What both sides show the code of. */
export interface Compared extends Revealed {
  /** The certificate of the room's authority, DER. */
  readonly authority: Uint8Array;
  /** 32 bytes by chance. */
  readonly hubNonce: Uint8Array;
}

/** Nonces have this many bytes. */
export const nonceBytes = 32;

/** What a terminal sends before it knows anything of the hub; lower-case hexadecimal. */
export function commitment({ csr, terminalNonce, wish }: Revealed): string {
  return bytesToHex(sha256(joined('nghisu/commit/1', [csr, terminalNonce, wishBytes(wish)])));
}

/** The six digits that people compare at both screens. */
export function pairingCode({ authority, csr, hubNonce, terminalNonce, wish }: Compared): string {
  const parts = [authority, csr, hubNonce, terminalNonce, wishBytes(wish)];
  const hash = sha256(joined('nghisu/pair/1', parts));
  // 13 hexadecimal digits are 52 bits: exact in a number, and without a visible bias modulo a million.
  const number = Number.parseInt(bytesToHex(hash).slice(0, 13), 16);
  return String(number % 1_000_000).padStart(6, '0');
}

/** Shows the hub that the terminal has the ticket, and for this very request; lower-case hexadecimal. */
export function ticketProof({
  secret,
  authoritySha256,
  commitment: committed,
}: {
  /** 32 bytes by chance. */
  readonly secret: Uint8Array;
  /** Of the authority's certificate in DER, lower-case hexadecimal. */
  readonly authoritySha256: string;
  readonly commitment: string;
}): string {
  const message = joined('nghisu/ticket/1', [utf8ToBytes(authoritySha256), utf8ToBytes(committed)]);
  return bytesToHex(hmac(sha256, secret, message));
}

function wishBytes(wish: WishText): Uint8Array {
  return utf8ToBytes(canonicalJson(wish));
}

/** The label and the parts, each after its length in four bytes. */
function joined(label: string, parts: readonly Uint8Array[]): Uint8Array {
  return concatBytes(...[utf8ToBytes(label), ...parts].flatMap((part) => [lengthOf(part), part]));
}

function lengthOf(part: Uint8Array): Uint8Array {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, part.length);
  return length;
}
