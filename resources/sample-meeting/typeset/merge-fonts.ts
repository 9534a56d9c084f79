/**
 * Joins two subsets of one font family (as web fonts ship them) into one TrueType font, so that a Vietnamese word is
 * set in one font and comes out of the file as one word. Hinting and kerning are left behind: office papers have none.
 * Formats: WOFF 1.0 (W3C) around the OpenType tables head, hhea, hmtx, maxp, loca, glyf and cmap.
 */
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';

type Tables = ReadonlyMap<string, Buffer>;

interface Glyph {
  readonly outline: Buffer;
  readonly advance: number;
  readonly leftBearing: number;
}

interface Subset {
  readonly tables: Tables;
  readonly glyphs: readonly Glyph[];
  /** Code point to glyph number. */
  readonly characters: ReadonlyMap<number, number>;
}

/** Reads two WOFF files of the same face and returns one TrueType font with the characters of both. */
export function mergeFonts(firstWoff: string, secondWoff: string): Uint8Array {
  const first = readSubset(firstWoff);
  const second = readSubset(secondWoff);
  const shift = first.glyphs.length;
  const glyphs = [...first.glyphs, ...second.glyphs.map((glyph) => shiftComponents(glyph, shift))];
  const characters = new Map(first.characters);
  for (const [code, glyph] of second.characters)
    if (!characters.has(code)) characters.set(code, glyph + shift);
  return writeFont(first.tables, glyphs, characters);
}

function readSubset(path: string): Subset {
  const tables = readWoff(readFileSync(path));
  const count = table(tables, 'maxp').readUInt16BE(4);
  const isLong = table(tables, 'head').readInt16BE(50) === 1;
  const loca = table(tables, 'loca');
  const offset = (glyph: number): number =>
    isLong ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2;
  const widths = table(tables, 'hhea').readUInt16BE(34);
  const hmtx = table(tables, 'hmtx');
  const glyphs = Array.from({ length: count }, (_, glyph) => ({
    outline: table(tables, 'glyf').subarray(offset(glyph), offset(glyph + 1)),
    advance: hmtx.readUInt16BE(Math.min(glyph, widths - 1) * 4),
    leftBearing:
      glyph < widths ? hmtx.readInt16BE(glyph * 4 + 2) : hmtx.readInt16BE(widths * 4 + (glyph - widths) * 2),
  }));
  return { tables, glyphs, characters: readCharacters(table(tables, 'cmap')) };
}

function readWoff(file: Buffer): Tables {
  const tables = new Map<string, Buffer>();
  for (let index = 0; index < file.readUInt16BE(12); index += 1) {
    const at = 44 + index * 20;
    const [offset, packed, length] = [4, 8, 12].map((field) => file.readUInt32BE(at + field)) as [
      number,
      number,
      number,
    ];
    const data = file.subarray(offset, offset + packed);
    tables.set(file.toString('latin1', at, at + 4), packed < length ? inflateSync(data) : data);
  }
  return tables;
}

function table(tables: Tables, tag: string): Buffer {
  const found = tables.get(tag);
  if (!found) throw new Error(`the font has no ${tag} table`);
  return found;
}

/** Reads a character map of format 4, the one that every web subset has. */
function readCharacters(cmap: Buffer): Map<number, number> {
  const characters = new Map<number, number>();
  const records = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) =>
    cmap.readUInt32BE(4 + index * 8 + 4),
  );
  const at = records.find((offset) => cmap.readUInt16BE(offset) === 4);
  if (at === undefined) throw new Error('the font has no character map of format 4');
  const segments = cmap.readUInt16BE(at + 6) / 2;
  const [ends, starts] = [at + 14, at + 16 + segments * 2];
  const [deltas, ranges] = [starts + segments * 2, starts + segments * 4];
  for (let segment = 0; segment < segments; segment += 1) {
    const start = cmap.readUInt16BE(starts + segment * 2);
    const delta = cmap.readUInt16BE(deltas + segment * 2);
    const range = cmap.readUInt16BE(ranges + segment * 2);
    for (let code = start; code <= cmap.readUInt16BE(ends + segment * 2) && code < 0xffff; code += 1) {
      const listed =
        range === 0 ? code : cmap.readUInt16BE(ranges + segment * 2 + range + (code - start) * 2);
      const glyph = range !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) characters.set(code, glyph);
    }
  }
  return characters;
}

/** Composite outlines name their parts by number; those of the second font have moved. */
function shiftComponents(glyph: Glyph, shift: number): Glyph {
  if (glyph.outline.length === 0 || glyph.outline.readInt16BE(0) >= 0) return glyph;
  const outline = Buffer.from(glyph.outline);
  let at = 10;
  for (let more = true; more;) {
    const flags = outline.readUInt16BE(at);
    outline.writeUInt16BE(outline.readUInt16BE(at + 2) + shift, at + 2);
    const scale = flags & 0x0008 ? 2 : flags & 0x0040 ? 4 : flags & 0x0080 ? 8 : 0;
    at += 4 + (flags & 0x0001 ? 4 : 2) + scale;
    more = (flags & 0x0020) !== 0;
  }
  return { ...glyph, outline };
}

function writeFont(
  model: Tables,
  glyphs: readonly Glyph[],
  characters: ReadonlyMap<number, number>,
): Uint8Array {
  const offsets = [0];
  const outlines = glyphs.map(({ outline }) => {
    const padded = Buffer.concat([outline, Buffer.alloc((4 - (outline.length % 4)) % 4)]);
    offsets.push((offsets.at(-1) ?? 0) + padded.length);
    return padded;
  });
  const head = Buffer.from(table(model, 'head'));
  head.writeInt16BE(1, 50);
  const hhea = Buffer.from(table(model, 'hhea'));
  hhea.writeUInt16BE(glyphs.length, 34);
  const maxp = Buffer.from(table(model, 'maxp'));
  maxp.writeUInt16BE(glyphs.length, 4);
  const post = Buffer.from(table(model, 'post').subarray(0, 32));
  post.writeUInt32BE(0x00030000, 0);
  return assemble([
    ['OS/2', table(model, 'OS/2')],
    ['cmap', writeCharacters(characters)],
    ['glyf', Buffer.concat(outlines)],
    ['head', head],
    ['hhea', hhea],
    ['hmtx', Buffer.concat(glyphs.map(({ advance, leftBearing }) => words(advance, leftBearing & 0xffff)))],
    ['loca', Buffer.concat(offsets.map(long))],
    ['maxp', maxp],
    ['name', table(model, 'name')],
    ['post', post],
  ]);
}

/** Writes a character map of format 12 with one group for each character. */
function writeCharacters(characters: ReadonlyMap<number, number>): Buffer {
  const groups = [...characters]
    .sort(([a], [b]) => a - b)
    .map(([code, glyph]) => Buffer.concat([code, code, glyph].map(long)));
  const length = 16 + groups.length * 12;
  return Buffer.concat([
    words(0, 1, 3, 10),
    long(12),
    words(12, 0),
    long(length),
    long(0),
    long(groups.length),
    ...groups,
  ]);
}

function assemble(tables: readonly (readonly [string, Buffer])[]): Uint8Array {
  let offset = 12 + tables.length * 16;
  const directory: Buffer[] = [];
  const bodies: Buffer[] = [];
  for (const [tag, body] of tables) {
    const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
    directory.push(Buffer.from(tag, 'latin1'), long(checksum(padded)), long(offset), long(body.length));
    bodies.push(padded);
    offset += padded.length;
  }
  const power = Math.floor(Math.log2(tables.length));
  const header = words(1, 0, tables.length, 16 * 2 ** power, power, 16 * (tables.length - 2 ** power));
  return Buffer.concat([header, ...directory, ...bodies]);
}

function checksum(data: Buffer): number {
  let sum = 0;
  for (let at = 0; at < data.length; at += 4) sum = (sum + data.readUInt32BE(at)) >>> 0;
  return sum;
}

function words(...values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => buffer.writeUInt16BE(value, index * 2));
  return buffer;
}

function long(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32BE(value);
  return buffer;
}
