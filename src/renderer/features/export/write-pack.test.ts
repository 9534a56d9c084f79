import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { Document } from '../../../shared/records/document.ts';
import type { DocumentVersion } from '../../../shared/records/document-version.ts';
import { listOfDocuments, packFiles, type PackFile } from './pack-files.ts';
import { DamagedFile, writePack, type PackSource } from './write-pack.ts';

const words = {
  item: (order: number, title: string) => `${order} - ${title}`,
  original: 'bản gốc',
  categories: { main: 'tài liệu chính', reference: 'tham khảo', attachment: 'phụ lục' },
};

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A hub that holds these bytes and gives them out in small pieces. */
function hubWith(blobs: readonly Uint8Array[], pieceBytes = 3): PackSource {
  const held = new Map(blobs.map((bytes) => [hashOf(bytes), bytes]));
  return {
    async read({ sha256 }, begin, end) {
      const bytes = held.get(sha256);
      if (bytes === undefined) throw new Error('not at the hub');
      return bytes.slice(begin, Math.min(end, begin + pieceBytes));
    },
    async createHasher() {
      const hash = createHash('sha256');
      return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') };
    },
  };
}

const record = new TextEncoder().encode('%PDF-1.7 tờ trình');
const original = new TextEncoder().encode('PK docx');

function pack(): readonly PackFile[] {
  const item = { id: 'i1', order: 2, title: 'Kinh phí: quý III/2026' } as AgendaItem;
  const paper = {
    id: 'd1',
    itemId: 'i1',
    order: 1,
    title: 'Tờ trình'.normalize('NFD'),
    category: 'main',
    currentVersionId: 'v1',
  };
  const version = {
    id: 'v1',
    number: 2,
    pages: 4,
    sha256: hashOf(record),
    bytes: record.length,
    original: {
      sha256: hashOf(original),
      bytes: original.length,
      fileName: '../Tờ trình.DOCX',
      mediaType: 'x/y',
    },
  };
  return packFiles(
    [item],
    [paper as Document],
    new Map([['v1', version as unknown as DocumentVersion]]),
    words,
  );
}

async function zipped(files: readonly PackFile[], source: PackSource, signal = new AbortController().signal) {
  const pieces: Uint8Array[] = [];
  const told: [number, number][] = [];
  const list = { path: 'Danh mục.csv', bytes: listOfDocuments(['Nội dung'], files) };
  await writePack(files, list, source, {
    write: (piece) => void pieces.push(piece),
    onProgress: (...progress) => void told.push(progress),
    signal,
  });
  return { entries: unzipSync(Buffer.concat(pieces)), told };
}

describe('the exported pack', () => {
  it('has a folder for the item, the record and the file it was made from, and the list with their hashes', async () => {
    const files = pack();
    const { entries, told } = await zipped(files, hubWith([record, original]));
    expect(Object.keys(entries)).toEqual([
      'Danh mục.csv',
      '2 - Kinh phí- quý III-2026/01 - Tờ trình.pdf',
      '2 - Kinh phí- quý III-2026/01 - Tờ trình (bản gốc).docx',
    ]);
    expect(entries['2 - Kinh phí- quý III-2026/01 - Tờ trình.pdf']).toEqual(record);
    expect(entries['2 - Kinh phí- quý III-2026/01 - Tờ trình (bản gốc).docx']).toEqual(original);
    const list = new TextDecoder('utf-8', { ignoreBOM: true }).decode(entries['Danh mục.csv']);
    expect(list.startsWith('\uFEFF"Nội dung"\r\n')).toBe(true);
    expect(list).toContain(`"${hashOf(record)}"`);
    expect(list).toContain(`"${hashOf(original)}"`);
    expect(told.at(-1)).toEqual([2, record.length + original.length]);
  });

  it('gives up at the first file whose bytes are not those of its record', async () => {
    const [file] = pack();
    if (file === undefined) throw new Error('the pack is empty');
    const source = hubWith([record]);
    const flipped: PackSource = {
      ...source,
      read: async (...asked) => (await source.read(...asked)).map((byte) => byte ^ 1),
    };
    await expect(zipped([file], flipped)).rejects.toThrow(DamagedFile);
    const short: PackSource = { ...source, read: async () => new Uint8Array() };
    await expect(zipped([file], short)).rejects.toThrow(DamagedFile);
  });

  it('stops between two pieces when asked', async () => {
    const control = new AbortController();
    const source = hubWith([record, original]);
    let reads = 0;
    const stopping: PackSource = {
      ...source,
      read(...asked) {
        reads += 1;
        if (reads === 2) control.abort();
        return source.read(...asked);
      },
    };
    await expect(zipped(pack(), stopping, control.signal)).rejects.toThrow('aborted');
    expect(reads).toBe(2);
  });

  it('lets no title become a formula in a spreadsheet', () => {
    const files = [{ path: 'a', blob: { sha256: '' as never, bytes: 1 }, line: ['=1+1', '"x"', '-2'] }];
    expect(new TextDecoder().decode(listOfDocuments(['a', 'b', 'c'], files))).toBe(
      '"a","b","c"\r\n"\'=1+1","""x""","\'-2"\r\n',
    );
  });
});
