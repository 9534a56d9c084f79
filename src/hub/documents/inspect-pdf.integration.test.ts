import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalCodes } from '../../shared/refusals/refusal-table.ts';
import { createPdfInspector, inspectPdf, type PdfInspector } from './inspect-pdf.ts';
import { appendRevision, cut, makePdf, spoil } from './pdf-samples.ts';

const realDocuments =
  process.env['NGHISU_REAL_DOCUMENTS'] ?? resolve(import.meta.dirname, '../../../../shared/data');
const whyNoRealDocuments = `no real documents at ${realDocuments} (set NGHISU_REAL_DOCUMENTS)`;

let inspector: PdfInspector;
beforeAll(() => {
  inspector = createPdfInspector();
});
afterAll(() => inspector.stop());

const codeOf = async (bytes: Uint8Array): Promise<string> => {
  const found = await inspector.inspect(bytes);
  return found.ok ? 'accepted' : found.code;
};

describe('facts of an accepted PDF', () => {
  it('gives pages, title, length and hash, and leaves the bytes to the caller', async () => {
    const bytes = await makePdf({ pages: 7, title: 'Tờ trình về chuyển đổi số'.normalize('NFD') });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(await inspector.inspect(bytes)).toEqual({
      ok: true,
      pages: 7,
      title: 'Tờ trình về chuyển đổi số',
      bytes: bytes.length,
      sha256,
    });
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  });

  it('takes the title of the last revision, else of XMP, else none', async () => {
    const titleOf = async (bytes: Uint8Array): Promise<unknown> => {
      const found = await inspector.inspect(bytes);
      return found.ok ? found.title : found.code;
    };
    const first = await makePdf({ compact: false, title: 'Bản một' });
    expect(await titleOf(appendRevision(first, 'Bản hai, đã ký số'))).toBe('Bản hai, đã ký số');
    expect(await titleOf(await makePdf({ xmpTitle: 'Báo cáo thẩm định' }))).toBe('Báo cáo thẩm định');
    expect(await titleOf(await makePdf({ title: 'Microsoft Word - x.docx', xmpTitle: 'Báo cáo' }))).toBe(
      'Báo cáo',
    );
    expect(await titleOf(await makePdf({ title: 'untitled' }))).toBeNull();
  });

  it('inspects one file by itself', async () => {
    expect(await inspectPdf(await makePdf({ pages: 3 }))).toMatchObject({ ok: true, pages: 3 });
  });
});

describe('real documents of the Government, signed and revised', () => {
  it.for([
    ['49-2026-ND-CP.pdf', 29],
    ['50-2026-ND-CP.pdf', 30],
    ['199-ndcp.signed.pdf', 3],
  ] as const)('%s passes with %i pages', async ([file, pages], { skip }) => {
    skip(!existsSync(join(realDocuments, file)), whyNoRealDocuments);
    expect(await inspector.inspect(readFileSync(join(realDocuments, file)))).toMatchObject({
      ok: true,
      pages,
      title: null,
    });
  });
});

describe('refusals', () => {
  it('of what is no PDF, empty, too large or cut off', async () => {
    const pdf = await makePdf();
    expect(await codeOf(Buffer.from('<html><body>Tệp đã bị xóa</body></html>'))).toBe('document/not-pdf');
    expect(await codeOf(Buffer.from('PK\u0003\u0004'))).toBe('document/not-pdf');
    expect(await codeOf(new Uint8Array(0))).toBe('document/empty');
    expect(await codeOf(new Uint8Array(4096))).toBe('document/not-pdf');
    for (const share of [0.1, 0.3, 0.5, 0.7, 0.9, 0.99]) {
      expect(await codeOf(cut(pdf, Math.floor(pdf.length * share)))).toBe('document/truncated');
    }
    expect(await inspectPdf(pdf, { maxBytes: 100 })).toEqual({ ok: false, code: 'document/too-large' });
  });

  it('of a file without pages', async () => {
    expect(await codeOf(await makePdf({ pages: 0 }))).toBe('document/empty');
  });

  it('of a file whose objects are gone, behind an outside in order', async () => {
    const pdf = await makePdf({ compact: false });
    expect(await codeOf(spoil(pdf, '/Root', '/Roof'))).toBe('document/broken');
    expect(await codeOf(spoil(pdf, '/Pages', '/Pagez'))).toBe('document/broken');
    expect(await codeOf(spoil(pdf, ' obj', ' obk'))).toBe('document/broken');
  });

  it('of encrypted files, with a password and with restrictions alone', async () => {
    expect(await codeOf(await makePdf({ userPassword: 'mở' }))).toBe('document/encrypted');
    expect(await codeOf(await makePdf({ ownerPassword: 'in' }))).toBe('document/encrypted');
  });

  it.for([
    ['RC4 with 40 bits', ['--allow-weak-crypto', '--encrypt', '', 'owner', '40', '--']],
    ['RC4 with 128 bits', ['--allow-weak-crypto', '--encrypt', 'user', 'owner', '128', '--use-aes=n', '--']],
    ['AES with 128 bits', ['--allow-weak-crypto', '--encrypt', '', 'owner', '128', '--use-aes=y', '--']],
    ['AES with 256 bits', ['--encrypt', '', 'owner', '256', '--']],
  ] as const)('of what qpdf encrypts: %s', async ([, options], { skip }) => {
    skip(!hasQpdf(), 'no qpdf on this machine');
    expect(await codeOf(throughQpdf(await makePdf(), options))).toBe('document/encrypted');
  });

  it('but not of what qpdf linearizes, unless it is cut after its first part', async ({ skip }) => {
    skip(!hasQpdf(), 'no qpdf on this machine');
    const linear = throughQpdf(await makePdf({ pages: 5 }), ['--linearize', '--object-streams=disable']);
    expect(await inspector.inspect(linear)).toMatchObject({ ok: true, pages: 5 });
    const firstPart = Buffer.from(linear).indexOf('%%EOF') + '%%EOF\n'.length;
    expect(await codeOf(cut(linear, firstPart))).toBe('document/truncated');
  });
});

describe('hostile files', () => {
  it('that inflate to gigabytes are refused while the hub keeps its memory', async () => {
    const started = performance.now();
    expect(await inspectPdf(inflatingPdf(), { memoryMiB: 64, timeoutMs: 25_000 })).toEqual({
      ok: false,
      code: 'document/bomb',
    });
    expect(performance.now() - started).toBeLessThan(25_000);
  });

  it('that take too long are refused, and the next file is inspected as if nothing had been', async () => {
    const hasty = createPdfInspector({ timeoutMs: 1_500, memoryMiB: 2048, concurrent: 1 });
    const [slow, good] = await Promise.all([hasty.inspect(inflatingPdf()), hasty.inspect(await makePdf())]);
    expect(slow).toEqual({ ok: false, code: 'document/timeout' });
    expect(good).toMatchObject({ ok: true, pages: 2 });
    await hasty.stop();
  });

  it('that claim two thousand million pages, or a page tree that bites its tail, end', async () => {
    expect(await codeOf(tinyPdf('<</Type/Pages/Kids[2 0 R]/Count 2147483647>>'))).not.toBe('accepted');
    expect(await codeOf(tinyPdf(`<</Type/Pages/Count 1/Kids${'['.repeat(100_000)}>>`))).not.toBe('accepted');
  });

  it('that arrive together wait their turn, each with its own answer', async () => {
    const files = await Promise.all(Array.from({ length: 12 }, (_, index) => makePdf({ pages: index + 1 })));
    const found = await Promise.all(files.map((bytes) => inspector.inspect(bytes)));
    expect(found.map((each) => (each.ok ? each.pages : each.code))).toEqual(
      files.map((_, index) => index + 1),
    );
  });

  it('of any kind of damage get an answer of the table, never a crash', async () => {
    const good = await makePdf({ pages: 3, title: 'Báo cáo', compact: false });
    const damage = fc.record({
      bytes: fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 40 }),
      dropFrom: fc.nat(good.length - 1),
      drop: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(200) }),
      length: fc.oneof(
        { weight: 3, arbitrary: fc.constant(good.length) },
        { weight: 1, arbitrary: fc.nat(good.length) },
      ),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ bytes, dropFrom, drop, length }) => {
        const bad = Uint8Array.from(good);
        for (const [at, value] of bytes) bad[at] = value;
        const left = Buffer.concat([bad.slice(0, dropFrom), bad.slice(dropFrom + drop)]).subarray(0, length);
        const found = await inspector.inspect(left);
        expect(found.ok ? found.pages > 0 : refusalCodes.includes(found.code)).toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(await inspector.inspect(good)).toMatchObject({ ok: true, pages: 3 });
  });
});

function hasQpdf(): boolean {
  try {
    execFileSync('qpdf', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function throughQpdf(bytes: Uint8Array, options: readonly string[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'nghisu-qpdf-'));
  try {
    writeFileSync(join(folder, 'in.pdf'), bytes);
    execFileSync('qpdf', [...options, join(folder, 'in.pdf'), join(folder, 'out.pdf')], { stdio: 'ignore' });
    return readFileSync(join(folder, 'out.pdf'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A catalog, the given page tree as object 2, and a right table around them. */
function tinyPdf(pages: string): Uint8Array {
  const parts = ['%PDF-1.7\n', '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n', `2 0 obj${pages}endobj\n`];
  const offsets = [parts[0], parts.slice(0, 2).join('')].map((before = '') =>
    String(before.length).padStart(10, '0'),
  );
  const body = parts.join('');
  const entries = offsets.map((offset) => `${offset} 00000 n \n`).join('');
  const table = `xref\n0 3\n0000000000 65535 f \n${entries}trailer<</Size 3/Root 1 0 R>>\n`;
  return Buffer.from(`${body}${table}startxref\n${body.length}\n%%EOF\n`, 'latin1');
}

/** The catalog lies in an object stream of a gigabyte of nothing, which deflates to a megabyte. */
function inflatingPdf(): Uint8Array {
  const nothing = deflateSync(new Uint8Array(1024 ** 3), { level: 1 });
  const header = Buffer.from('%PDF-1.7\n', 'latin1');
  const objects = Buffer.concat([
    Buffer.from(
      `1 0 obj<</Type/ObjStm/N 1/First 10/Filter/FlateDecode/Length ${nothing.length}>>stream\n`,
      'latin1',
    ),
    nothing,
    Buffer.from('\nendstream endobj\n', 'latin1'),
  ]);
  const table = Buffer.alloc(4 * 7);
  const entries: readonly (readonly [number, number])[] = [
    [0, 0],
    [1, header.length],
    [1, header.length + objects.length],
    [2, 1],
  ];
  entries.forEach(([kind, value], index) => {
    table.writeUInt8(kind, index * 7);
    table.writeUInt32BE(value, index * 7 + 1);
  });
  const at = header.length + objects.length;
  return Buffer.concat([
    header,
    objects,
    Buffer.from(`2 0 obj<</Type/XRef/Size 4/W[1 4 2]/Root 3 0 R/Length ${table.length}>>stream\n`, 'latin1'),
    table,
    Buffer.from(`\nendstream endobj\nstartxref\n${at}\n%%EOF\n`, 'latin1'),
  ]);
}
