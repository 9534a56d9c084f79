import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { PDFDocument, StandardFonts, type PDFFont, type PDFPage } from '@cantoo/pdf-lib';
import { afterAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { createPageComparer, type ComparedFile } from './compare-process.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

let written = 0;

/** Writes a PDF with one page for each drawing. */
async function paper(
  drawings: readonly ((page: PDFPage, font: PDFFont, pdf: PDFDocument) => void | Promise<void>)[],
): Promise<ComparedFile> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  for (const draw of drawings) await draw(pdf.addPage([595, 842]), font, pdf);
  const file = join(folder.path, `paper-${(written += 1)}.pdf`);
  writeFileSync(file, await pdf.save());
  return { file, pages: drawings.length };
}

const text = (about: string) => (page: PDFPage, font: PDFFont) => {
  for (let line = 0; line < 30; line += 1) {
    const words = `${about}: article ${line} of the draft, with ${(line * 7919) % 101} words`;
    page.drawText(words, { x: 60, y: 780 - line * 20, size: 12, font });
  }
};

/** A page that is one picture, as scanners make them. */
const scan =
  (seed: number, mark = false) =>
  async (page: PDFPage, _: PDFFont, pdf: PDFDocument) => {
    const canvas = createCanvas(1190, 1684);
    const context = canvas.getContext('2d');
    context.fillStyle = 'white';
    context.fillRect(0, 0, 1190, 1684);
    context.fillStyle = 'black';
    for (let at = 0; at < 400; at += 1) {
      const place = (at * 7919 * seed) % 1_000_003;
      context.fillRect(80 + (place % 1000), 100 + (Math.floor(place / 1000) % 1400), 40, 6);
    }
    if (mark) context.fillRect(300, 800, 60, 40);
    page.drawImage(await pdf.embedPng(canvas.toBuffer('image/png')), { x: 0, y: 0, width: 595, height: 842 });
  };

const same = (from: number) => ({ from, changed: false });
const changed = (from: number | null) => ({ from, changed: true });
const comparer = createPageComparer();
const abcd = ['alpha', 'beta', 'gamma', 'delta'].map(text);

describe('[DOC-2] the comparison of two PDFs', { timeout: 60_000 }, () => {
  it('finds pages put in, taken out, changed and moved by their words', async () => {
    const [alpha, beta, gamma, delta] = abcd as [never, never, never, never];
    const old = await paper(abcd);
    const now = await paper([
      text('foreword'),
      alpha,
      (page, font) => {
        text('beta')(page, font);
        page.drawText('and one line more', { x: 60, y: 100, size: 12, font });
      },
      delta,
      gamma,
    ]);
    expect(await comparer.compare(old, now)).toEqual({
      pages: [changed(null), same(1), changed(2), same(4), same(3)],
      isComplete: true,
    });
    void beta;
  });

  it('sees what words do not say: a figure that was changed', async () => {
    const figure = (height: number) => (page: PDFPage, font: PDFFont) => {
      text('alpha')(page, font);
      page.drawRectangle({ x: 100, y: 60, width: 40, height });
    };
    const old = await paper([figure(40), text('beta')]);
    expect((await comparer.compare(old, await paper([figure(80), text('beta')]))).pages).toEqual([
      changed(1),
      same(2),
    ]);
    expect((await comparer.compare(old, await paper([figure(40), text('beta')]))).pages).toEqual([
      same(1),
      same(2),
    ]);
  });

  it('is not misled by another producer: the same words drawn another way look the same', async () => {
    const pieces = (page: PDFPage, font: PDFFont) => {
      for (let line = 0; line < 30; line += 1) {
        const head = 'alpha: article ';
        const tail = `${line} of the draft, with ${(line * 7919) % 101} words`;
        const y = 780 - line * 20;
        page.drawText(head, { x: 60, y, size: 12, font });
        page.drawText(tail, { x: 60 + font.widthOfTextAtSize(head, 12), y: y + 0.05, size: 12, font });
      }
    };
    const old = await paper([text('alpha')]);
    expect((await comparer.compare(old, await paper([pieces]))).pages).toEqual([same(1)]);
  });

  it('tells the pages of a scan apart by their pictures, wherever they have gone', async () => {
    const old = await paper([scan(3), scan(5), scan(11), scan(17)]);
    const now = await paper([scan(23), scan(3), scan(5, true), scan(17)]);
    expect((await comparer.compare(old, now)).pages).toEqual([changed(null), same(1), changed(2), same(4)]);
  });

  it('compares 200 pages within a minute', async () => {
    const pages = Array.from({ length: 200 }, (_, index) => text(`page ${index}`));
    const old = await paper(pages);
    const now = await paper(pages.toSpliced(50, 0, text('put in')).with(120, text('written anew')));
    const { pages: origins, isComplete } = await comparer.compare(old, now);
    expect(isComplete).toBe(true);
    expect(origins.flatMap(({ changed: is }, index) => (is ? [index + 1] : []))).toEqual([51, 121]);
    expect(origins[199]).toEqual(same(199));
  });
});

describe('[DOC-4] what cannot be compared counts as changed', { timeout: 60_000 }, () => {
  it('when the time is over', async () => {
    const old = await paper(abcd);
    const hasty = createPageComparer({ timeoutMs: 1 });
    expect(await hasty.compare(old, await paper(abcd.slice(1)))).toEqual({
      pages: [changed(1), changed(2), changed(3)],
      isComplete: false,
    });
  });

  it('when the memory is used up, or the bytes are none of a PDF', async () => {
    const old = await paper(abcd);
    const poor = createPageComparer({ memoryMiB: 20 });
    expect((await poor.compare(old, await paper(abcd))).isComplete).toBe(false);
    const file = join(folder.path, 'none.pdf');
    writeFileSync(file, 'no PDF');
    expect(await comparer.compare({ file, pages: 1 }, old)).toEqual({
      pages: [changed(1), changed(null), changed(null), changed(null)],
      isComplete: false,
    });
  });
});
