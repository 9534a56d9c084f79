import { unzlibSync } from 'fflate';

/**
 * Unpacks a WOFF 1.0 font into the TrueType file that a PDF embeds: the same tables, each of them deflated.
 * Source: https://www.w3.org/TR/WOFF/, sections 3 to 5.
 *
 * @throws when the bytes are no WOFF
 */
export function woffToTtf(woff: Uint8Array): Uint8Array<ArrayBuffer> {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  if (view.getUint32(0) !== 0x774f4646) throw new Error('not a WOFF font');
  const tables = Array.from({ length: view.getUint16(12) }, (_, at) => {
    const entry = 44 + at * 20;
    const [offset, packed, length] = [4, 8, 12].map((place) => view.getUint32(entry + place));
    const body = woff.subarray(offset, (offset ?? 0) + (packed ?? 0));
    return {
      tag: view.getUint32(entry),
      checksum: view.getUint32(entry + 16),
      body: packed === length ? body : unzlibSync(body),
    };
  });
  const head = 12 + tables.length * 16;
  const size = tables.reduce((sum, { body }) => sum + padded(body.length), head);
  const font = new Uint8Array(size);
  const out = new DataView(font.buffer);
  const power = 2 ** Math.floor(Math.log2(tables.length));
  out.setUint32(0, view.getUint32(4));
  out.setUint16(4, tables.length);
  out.setUint16(6, power * 16);
  out.setUint16(8, Math.log2(power));
  out.setUint16(10, (tables.length - power) * 16);
  let place = head;
  for (const [at, { tag, checksum, body }] of tables.entries()) {
    for (const [index, value] of [tag, checksum, place, body.length].entries()) {
      out.setUint32(12 + at * 16 + index * 4, value);
    }
    font.set(body, place);
    place += padded(body.length);
  }
  return font;
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}
