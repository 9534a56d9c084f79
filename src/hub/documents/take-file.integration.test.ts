import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalTable } from '../../shared/refusals/refusal-table.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { findTools, noTools, type Tools } from './find-tools.ts';
import { makeHostilePdf, makeLongPdf, makeWidePdf, telltale, type Cargo } from './hostile-samples.ts';
import { createPdfInspector, type PdfInspector } from './inspect-pdf.ts';
import {
  makeBombDocx,
  makeDocx,
  makeLongXlsx,
  makeOdp,
  makeOdt,
  makeRtf,
  makeXlsx,
  understate,
} from './office-samples.ts';
import { cut, makePdf, spoil } from './pdf-samples.ts';
import { createFileTaker, type TakenFile } from './take-file.ts';
import type { Refusal } from './pdf-reading.ts';

const folder = temporaryFolder();
let inspector: PdfInspector;
let tools: Tools;
beforeAll(async () => {
  inspector = createPdfInspector();
  tools = await findTools();
});
afterAll(async () => {
  await inspector.stop();
  folder.remove();
});

const whyNoOffice = 'LibreOffice is not installed on this machine';

async function take(bytes: Uint8Array, using: Tools = tools): Promise<TakenFile | Refusal> {
  const file = join(folder.path, randomUUID());
  writeFileSync(file, bytes);
  return await createFileTaker({ inspector, tools: using }).take(file, `${file}.work`);
}

async function taken(bytes: Uint8Array): Promise<TakenFile> {
  const found = await take(bytes);
  if (!found.ok) throw new Error(found.code);
  return found;
}

async function codeOf(bytes: Uint8Array, using: Tools = tools): Promise<string> {
  const found = await take(bytes, using);
  return found.ok ? 'taken' : found.code;
}

const wordsOf = (file: TakenFile): string =>
  file.text === null
    ? ''
    : (JSON.parse(readFileSync(file.text, 'utf8')) as { pages: string[] }).pages.join('\n\f\n');

describe('a PDF that is as it should be', () => {
  it('[FILE-1] is its own record and its own view, with the words of each page', async () => {
    const bytes = await makePdf({ pages: 3, title: 'Tờ trình' });
    const found = await taken(bytes);
    expect(found).toMatchObject({
      pages: 3,
      title: 'Tờ trình',
      view: null,
      searchable: 'text',
      removed: [],
      madeOf: null,
    });
    expect(wordsOf(found).split('\f')).toHaveLength(3);
    expect(wordsOf(found)).toContain('Page 3 of a paper for tests');
    expect(Buffer.from(bytes).equals(readFileSync(found.pdf))).toBe(true);
  });
});

describe('a scan', () => {
  it('[FILE-1] of some size has a copy with its pages packed together, and the record keeps its bytes', async () => {
    const bytes = await makeScan(12);
    const found = await taken(bytes);
    expect(found).toMatchObject({ pages: 12, searchable: 'none', text: null, removed: [] });
    expect(Buffer.from(bytes).equals(readFileSync(found.pdf))).toBe(true);
    const copy = readFileSync(found.view ?? '');
    expect(copy.includes('/ObjStm')).toBe(true);
    expect(/\/Type\s*\/Page\b/.test(copy.toString('latin1'))).toBe(false);
    expect((await PDFDocument.load(copy)).getPageCount()).toBe(12);
  });
});

describe('what a PDF carries beside its pages', () => {
  it.each([
    [{ script: true }, ['script', 'action']],
    [{ launch: true }, ['action']],
    [{ embeddedFile: true }, ['embedded-file']],
    [{ xfa: 'beside pages' }, ['xfa']],
    [{ media: true }, ['media']],
  ] satisfies [Cargo, string[]][])(
    '[FILE-3] %j is not in the copy to draw, and the record is untouched',
    async (cargo, removed) => {
      const bytes = await makeHostilePdf(cargo);
      const found = await taken(bytes);
      expect(found.removed).toEqual(removed);
      expect(Buffer.from(bytes).equals(readFileSync(found.pdf))).toBe(true);
      const copy = await PDFDocument.load(readFileSync(found.view ?? ''), { updateMetadata: false });
      const open = Buffer.from(
        await copy.save({ useObjectStreams: false, updateFieldAppearances: false }),
      ).toString('latin1');
      for (const trace of [
        telltale,
        '/JavaScript',
        '/Launch',
        'cmd.exe',
        '/EmbeddedFile',
        '/XFA',
        '/RichMedia',
        '/OpenAction',
      ])
        expect(open).not.toContain(trace);
      expect(copy.getPageCount()).toBe(2);
    },
  );

  it('a form that has no pages of its own is refused', async () => {
    expect(await codeOf(await makeHostilePdf({ xfa: 'in place of pages' }))).toBe(
      'document/form-without-pages',
    );
  });
});

describe('[FILE-2] bad input of which each has a sentence', () => {
  it.each([
    ['5,001 pages', () => makeLongPdf(5001), 'document/too-many-pages'],
    ['a page 6 m wide', () => makeWidePdf(17_008, 842), 'document/page-too-big'],
    ['a password', () => makePdf({ userPassword: 'bí mật' }), 'document/encrypted'],
    ['an end that is missing', async () => cut(await makePdf(), 700), 'document/truncated'],
    ['zero bytes', () => new Uint8Array(0), 'document/empty'],
    [
      'a million objects',
      () => Buffer.from(`%PDF-1.7\n${'1 0 obj\n'.repeat(1_000_000)}`),
      'document/truncated',
    ],
    ['no kind that is known', () => Buffer.from('Kính gửi'), 'document/not-pdf'],
    ['a docx that inflates 1,000 times', () => makeBombDocx(120), 'document/bomb'],
    ['a docx that lies about it', () => understate(makeBombDocx(20), 1000), 'document/bomb'],
    ['an xlsx with a million rows', () => makeLongXlsx(1_000_000), 'document/too-many-rows'],
    [
      'an archive of something else',
      () => Buffer.from('PK\u0003\u0004 and no directory'),
      'document/truncated',
    ],
    ['a locked office file', () => lockedOffice(), 'document/encrypted'],
  ] satisfies [string, () => Uint8Array | Promise<Uint8Array>, string][])(
    '%s',
    async (_what, make, code) => {
      expect(await codeOf(await make())).toBe(code);
      const sentence = refusalTable[code as keyof typeof refusalTable].vi;
      expect(sentence).toMatch(/[ạảãàáâậầấẩẫăắằặẳẵđêệềếểễôồốộổỗơờớợởỡưừứựửữ]/u);
    },
    60_000,
  );

  it('but 5,000 pages, a page 5 m wide and a broken font are taken', async () => {
    expect(await taken(await makeLongPdf(5000))).toMatchObject({ pages: 5000 });
    expect(await taken(await makeWidePdf(14_173, 842))).toMatchObject({ pages: 1 });
    const broken = spoil(await makePdf({ compact: false }), 'Times-Roman', 'Nowhere-Fnt');
    expect(await taken(broken)).toMatchObject({ pages: 2 });
  }, 120_000);
});

describe('a picture', () => {
  it.each(['jpeg', 'png', 'webp'] as const)(
    'as %s becomes a page of A4, upright or across',
    async (format) => {
      for (const [width, height] of [
        [300, 200],
        [200, 300],
      ] as const) {
        const found = await taken(await makePicture(width, height, format));
        expect(found).toMatchObject({ pages: 1, madeOf: `image/${format}`, searchable: 'none' });
        const page = (await PDFDocument.load(readFileSync(found.pdf))).getPage(0);
        expect(page.getWidth() > page.getHeight()).toBe(width > height);
      }
    },
  );

  it('whose header claims a thousand million pixels is refused before anything decodes it', async () => {
    const bytes = Buffer.from(await makePicture(20, 20, 'png'));
    bytes.writeUInt32BE(40_000, 16);
    bytes.writeUInt32BE(40_000, 20);
    expect(await codeOf(bytes)).toBe('document/bomb');
  });
});

describe('[FILE-4] an office file', () => {
  it('without LibreOffice is refused, and the sentence says what to do', async () => {
    expect(await codeOf(makeDocx(['Báo cáo']), noTools)).toBe('document/no-converter');
    expect(refusalTable['document/no-converter'].vi).toContain('LibreOffice');
  });

  it.for([
    ['docx', () => makeDocx(['Nội dung thứ nhất', 'Nội dung thứ hai']), 2],
    ['xlsx', () => makeXlsx([['Chỉ tiêu'], ['Nội dung thứ hai']]), 1],
    ['odp', () => makeOdp(['Nội dung thứ nhất', 'Nội dung thứ hai', 'Hết']), 3],
    ['odt', () => makeOdt(['Nội dung thứ hai']), 1],
    ['rtf', () => makeRtf('Nội dung thứ hai'), 1],
  ] satisfies [string, () => Uint8Array, number][])(
    'as %s becomes a PDF with fixed pages and its words',
    { timeout: 120_000 },
    async ([kind, make, pages], { skip }) => {
      skip(tools.office === null, whyNoOffice);
      const found = await taken(make());
      expect(found).toMatchObject({ pages, searchable: 'text' });
      expect(found.madeOf).toMatch(kind === 'rtf' ? 'rtf' : /openxmlformats|opendocument/);
      expect(wordsOf(found).normalize('NFC')).toContain('Nội dung thứ hai');
    },
  );

  it('that LibreOffice cannot read is refused', async ({ skip }) => {
    skip(tools.office === null, whyNoOffice);
    expect(await codeOf(makeBombDocx(0))).toBe('document/not-converted');
  }, 60_000);

  it('is given up when its sender does, and no program is left behind', async ({ skip }) => {
    skip(tools.office === null, whyNoOffice);
    const file = join(folder.path, randomUUID());
    writeFileSync(file, makeDocx(Array.from({ length: 300 }, (_, page) => `Trang ${page}`)));
    const giveUp = new AbortController();
    const taking = createFileTaker({ inspector, tools }).take(file, `${file}.work`, giveUp.signal);
    await expect.poll(() => existsSync(join(`${file}.work`, 'profile'))).toBe(true);
    giveUp.abort();
    expect(await taking).toMatchObject({ ok: false });
    expect(
      existsSync(join(`${file}.work`, 'paper.pdf')) && statSync(join(`${file}.work`, 'paper.pdf')).size > 0,
    ).toBe(false);
  }, 60_000);
});

/** A PDF as a scanner makes it: each page a picture, its dictionary beside it, no words. */
async function makeScan(pages: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (let number = 1; number <= pages; number += 1) {
    const picture = await pdf.embedJpg(await makePicture(900, 1200, 'jpeg', number));
    pdf.addPage([595, 842]).drawImage(picture, { x: 0, y: 0, width: 595, height: 842 });
  }
  return await pdf.save({ useObjectStreams: false });
}

async function makePicture(
  width: number,
  height: number,
  format: 'jpeg' | 'png' | 'webp',
  seed = 1,
): Promise<Uint8Array> {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const grain = context.createImageData(width, height);
  let state = seed * 2_654_435_761;
  for (let at = 0; at < grain.data.length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    grain.data[at] = at % 4 === 3 ? 255 : state >>> 24;
  }
  context.putImageData(grain, 0, 0);
  return format === 'png' ? await canvas.encode('png') : await canvas.encode(format, 80);
}

function lockedOffice(): Uint8Array {
  const bytes = Buffer.alloc(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.write('EncryptedPackage', 1024, 'utf16le');
  return bytes;
}
