import { PDFDocument } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { pageSpaceOf } from './page-space.ts';
import { samplePdf } from './testing/sample-pdf.ts';

/** The same page as pdf.js shows it, which is what page units are measured on. */
async function shownBy(pdf: Uint8Array) {
  const task = getDocument({ data: pdf.slice(), verbosity: 0 });
  const page = await (await task.promise).getPage(1);
  return { viewport: page.getViewport({ scale: 1 }), close: () => task.destroy() };
}

describe('pageSpaceOf', () => {
  it('leads to the very place that pdf.js shows, for every turn, crop box and unit', async () => {
    const samplePages = fc.record(
      {
        turn: fc.constantFrom(0, 90, 180, 270),
        crop: fc.tuple(
          fc.integer({ min: -20, max: 200 }),
          fc.integer({ min: -20, max: 200 }),
          fc.integer({ min: 300, max: 700 }),
          fc.integer({ min: 300, max: 900 }),
        ),
        userUnit: fc.constantFrom(1, 2, 0.5),
      },
      { requiredKeys: ['turn'] },
    );
    await fc.assert(
      fc.asyncProperty(samplePages, fc.nat(500), fc.nat(700), async (sample, x, y) => {
        const pdf = await samplePdf([sample]);
        const space = pageSpaceOf((await PDFDocument.load(pdf)).getPage(0));
        const { viewport, close } = await shownBy(pdf);
        const [left, top] = viewport.convertToPdfPoint(x, y);
        await close();
        expect([space.width, space.height]).toEqual([
          expect.closeTo(viewport.width, 6),
          expect.closeTo(viewport.height, 6),
        ]);
        expect(space.toPdf(x, y)).toEqual([expect.closeTo(left, 6), expect.closeTo(top, 6)]);
      }),
      { numRuns: 40 },
    );
  });
});
