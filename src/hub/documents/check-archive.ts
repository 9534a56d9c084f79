/**
 * Office files are ZIP archives. Before LibreOffice sees one, its directory is read and every entry of it is really
 * inflated, with a count in place of the bytes: an archive may declare whatever it likes.
 */
import { open, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import { officeKind, type FileKind } from './file-kind.ts';
import { Refused } from './intake-refusal.ts';

/** What an office file may be at most. Real ones of 200 MB have some thousand entries and inflate by 3 to 20 times. */
export const archiveLimits = {
  entries: 10_000,
  /** Bytes of all entries together, once inflated. */
  inflated: 1024 * 1024 * 1024,
  /** Bytes of one part that is markup: LibreOffice makes about ten times as much of it. */
  markup: 200 * 1024 * 1024,
  /** Times that the archive may inflate, once it is larger than `freely`. */
  ratio: 100,
  freely: 50 * 1024 * 1024,
  /** Rows of all sheets of a spreadsheet. */
  rows: 20_000,
};

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly declared: number;
  readonly at: number;
}

/**
 * The kind of an office file in an archive.
 *
 * @returns null when the archive is none
 * @throws Refused for bombs, damaged archives, those with a password and spreadsheets that are too long
 */
export async function checkArchive(path: string): Promise<FileKind | null> {
  await using file = await open(path, 'r');
  const { size } = await file.stat();
  const entries = await readDirectory(file, size);
  const names = new Set(entries.map(({ name }) => name));
  const kind = officeKind(names, await declaredType(file, entries));
  if (kind === null) return null;
  if (names.size !== entries.length) throw new Refused('document/broken');
  refuseDeclared(entries, size);
  await inflateAll(file, entries, size);
  return kind;
}

function refuseDeclared(entries: readonly Entry[], size: number): void {
  const declared = entries.reduce((sum, entry) => sum + entry.declared, 0);
  refuseInflated(declared, size);
  if (entries.some((entry) => isMarkup(entry) && entry.declared > archiveLimits.markup))
    throw new Refused('document/bomb');
}

function refuseInflated(inflated: number, size: number): void {
  const isSteep = inflated > archiveLimits.freely && inflated > size * archiveLimits.ratio;
  if (inflated > archiveLimits.inflated || isSteep) throw new Refused('document/bomb');
}

async function inflateAll(file: FileHandle, entries: readonly Entry[], size: number): Promise<void> {
  let inflated = 0;
  let rows = 0;
  for (const entry of entries) {
    const count = isSheet(entry.name) ? createRowCount() : null;
    let length = 0;
    for await (const piece of inflate(file, entry)) {
      length += piece.length;
      // More than was declared: the directory lies.
      if (length > entry.declared) throw new Refused('document/bomb');
      rows += count?.(piece) ?? 0;
      if (rows > archiveLimits.rows) throw new Refused('document/too-many-rows');
    }
    inflated += length;
    refuseInflated(inflated, size);
  }
}

function isMarkup({ name }: Entry): boolean {
  return /\.(xml|rels|vml)$/i.test(name);
}

/** Sheets of Excel, and the one part in which OpenDocument has its tables. */
function isSheet(name: string): boolean {
  return /^xl\/worksheets\/[^/]+\.xml$/.test(name) || name === 'content.xml';
}

/** Counts rows in markup that comes in pieces. A repeated row of OpenDocument counts once; only its content prints. */
function createRowCount(): (piece: Buffer) => number {
  let tail = '';
  return (piece) => {
    const text = tail + piece.toString('latin1');
    tail = text.slice(-20);
    const before = tail.length < text.length ? text.slice(0, text.length - tail.length) : '';
    return before.match(/<(?:\w+:)?row[\s>]|<table:table-row[\s>]/g)?.length ?? 0;
  };
}

/** The media type with which an OpenDocument file begins; null for others. */
async function declaredType(file: FileHandle, entries: readonly Entry[]): Promise<string | null> {
  const entry = entries.find(({ name }) => name === 'mimetype');
  if (entry === undefined || entry.declared > 200) return null;
  const pieces: Buffer[] = [];
  for await (const piece of inflate(file, { ...entry, declared: 200 })) pieces.push(piece);
  return Buffer.concat(pieces).toString('latin1').trim();
}

async function* inflate(file: FileHandle, entry: Entry): AsyncGenerator<Buffer> {
  const local = await readAt(file, entry.at, 30);
  if (local.readUInt32LE(0) !== 0x04034b50) throw new Refused('document/broken');
  const start = entry.at + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  const packed = piecesOf(file, start, entry.packed);
  if (entry.method === 0) return yield* packed;
  if (entry.method !== 8) throw new Refused('document/broken');
  const inflated = createInflateRaw();
  const feeding = pipeline(Readable.from(packed), inflated).catch(() => undefined);
  try {
    for await (const piece of inflated) yield piece as Buffer;
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('document/broken');
  } finally {
    inflated.destroy();
    await feeding;
  }
}

async function* piecesOf(file: FileHandle, start: number, length: number): AsyncGenerator<Buffer> {
  const most = 256 * 1024;
  for (let at = start; at < start + length; at += most) {
    yield await readAt(file, at, Math.min(most, start + length - at));
  }
}

/** The central directory (APPNOTE 4.3.12 and 4.3.16). Archives of more than 4 GB are no office files. */
async function readDirectory(file: FileHandle, size: number): Promise<readonly Entry[]> {
  const tail = await readAt(file, Math.max(0, size - 66_000), Math.min(size, 66_000));
  const end = tail.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0 || end + 22 > tail.length) throw new Refused('document/truncated');
  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  const at = tail.readUInt32LE(end + 16);
  if (count > archiveLimits.entries) throw new Refused('document/bomb');
  if (at + length > size) throw new Refused('document/broken');
  const directory = await readAt(file, at, length);
  const entries: Entry[] = [];
  for (let place = 0; entries.length < count;) {
    const entry = readEntry(directory, place);
    entries.push(entry.value);
    place = entry.next;
  }
  return entries;
}

function readEntry(directory: Buffer, at: number): { readonly value: Entry; readonly next: number } {
  if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50)
    throw new Refused('document/broken');
  const isLocked = (directory.readUInt16LE(at + 8) & 1) !== 0;
  if (isLocked) throw new Refused('document/encrypted');
  const nameLength = directory.readUInt16LE(at + 28);
  const rest = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  const value = {
    name: directory.toString('utf8', at + 46, at + 46 + nameLength),
    method: directory.readUInt16LE(at + 10),
    packed: directory.readUInt32LE(at + 20),
    declared: directory.readUInt32LE(at + 24),
    at: directory.readUInt32LE(at + 42),
  };
  return { value, next: at + 46 + nameLength + rest };
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw new Refused('document/truncated');
  return buffer;
}
