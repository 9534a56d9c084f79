import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { LayerPartId, MeetingId, PersonId } from '../records/ids.ts';
import { base64Of, bytesOfBase64 } from '../std/base64.ts';
import type { HeldKey, HeldKeys } from './held-keys.ts';

/**
 * A sealed part: a byte for the format, eight that name the key, then what the cipher makes (initialisation vector,
 * ciphertext, tag). It is bound to person, meeting and part, so that a hub cannot pass one part off as another. In
 * clear it is filled up, so that its length tells little of what was written.
 */
const format = 1;
const nameBytes = 8;
const headBytes = 1 + nameBytes;

/** Bytes in clear are a multiple of this. */
const stepBytes = 256;
/** Stands where the filling begins (ISO/IEC 7816-4). */
const fillMark = 0x80;

/** What a part is, besides its content. */
export interface PartPlace {
  readonly personId: PersonId;
  readonly meetingId: MeetingId;
  readonly partId: LayerPartId;
}

const boundTo = ({ personId, meetingId, partId }: PartPlace): string =>
  JSON.stringify(['nghisu/layer-part/1', personId, meetingId, partId]);

/** Seals a part under the key in use, in base 64. */
export async function sealPart(
  { personId, keys: [key] }: HeldKeys,
  part: Omit<PartPlace, 'personId'>,
  clear: Uint8Array,
): Promise<string> {
  const body = await key.seal(boundTo({ personId, ...part }), filled(clear));
  const sealed = new Uint8Array(headBytes + body.length);
  sealed[0] = format;
  sealed.set(hexToBytes(key.name), 1);
  sealed.set(body, headBytes);
  return base64Of(sealed);
}

/** Opens a part; null when it is of another person, meeting, id or key, of a later format, or damaged. */
export async function openPart(
  { personId, keys }: HeldKeys,
  { sealed, ...part }: Omit<PartPlace, 'personId'> & { readonly sealed: string },
): Promise<Uint8Array | null> {
  const bytes = bytesOfBase64(sealed);
  if (bytes === null || bytes.length <= headBytes || bytes[0] !== format) return null;
  const name = bytesToHex(bytes.subarray(1, headBytes));
  const key: HeldKey | undefined = keys.find((one) => one.name === name);
  const clear = await key?.open(boundTo({ personId, ...part }), bytes.subarray(headBytes));
  return clear === undefined || clear === null ? null : emptied(clear);
}

function filled(clear: Uint8Array): Uint8Array {
  const full = new Uint8Array(Math.ceil((clear.length + 1) / stepBytes) * stepBytes);
  full.set(clear);
  full[clear.length] = fillMark;
  return full;
}

function emptied(full: Uint8Array): Uint8Array | null {
  const mark = full.lastIndexOf(fillMark);
  return mark < 0 ? null : full.subarray(0, mark);
}
