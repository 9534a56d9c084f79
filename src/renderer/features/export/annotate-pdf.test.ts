import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { annotatePdf } from './annotate-pdf.ts';
import { highlightNote, inkNote, samplePdf, sampleWords, textNote } from './testing/sample-pdf.ts';

interface ReadAnnotation {
  readonly subtype: string;
  readonly rect: readonly number[];
  readonly contentsObj: { readonly str: string };
  readonly titleObj: { readonly str: string };
  readonly color: Uint8ClampedArray;
}

async function annotationsOf(pdf: Uint8Array): Promise<readonly (readonly ReadAnnotation[])[]> {
  const task = getDocument({ data: pdf.slice(), verbosity: 0 });
  const document = await task.promise;
  const pages: ReadAnnotation[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    // oxlint-disable-next-line no-await-in-loop
    pages.push((await (await document.getPage(number)).getAnnotations()) as ReadAnnotation[]);
  }
  await task.destroy();
  return pages;
}

describe('annotatePdf', () => {
  it.each([false, true])(
    'puts every note on its page with words, author and colour (object streams: %s)',
    async (isNewer) => {
      const pdf = await samplePdf([{}, { turn: 90 }, {}], isNewer);
      const notes = [
        inkNote(1, [
          [10, 10],
          [40, 40],
        ]),
        highlightNote(3, 'Nghị quyết'),
        textNote(3, 'Đề nghị làm rõ', 'review'),
      ];
      const [first, second, third] = await annotationsOf(await annotatePdf(pdf, notes, sampleWords));
      expect(first?.map(({ subtype }) => subtype)).toEqual(['Ink']);
      expect([...(first?.[0]?.color ?? [])]).toEqual([178, 28, 28]);
      expect(second).toEqual([]);
      expect(third?.map(({ subtype, contentsObj }) => [subtype, contentsObj.str])).toEqual([
        ['Highlight', 'Nghị quyết'],
        ['Text', 'Cần xem lại\nĐề nghị làm rõ'],
      ]);
      expect(third?.[1]?.titleObj.str).toBe('Nguyễn Thị Hòa');
    },
  );

  it('leaves the bytes of the text as they are, so that its signatures stay those of the text', async () => {
    const pdf = await samplePdf([{}, {}]);
    const before = pdf.slice();
    const made = await annotatePdf(pdf, [textNote(2, 'Ý kiến')], sampleWords);
    expect(made.subarray(0, pdf.length)).toEqual(before);
    expect(pdf).toEqual(before);
  });

  it('keeps the annotations that the text already had, in a list of its own or in the page', async () => {
    const once = await annotatePdf(await samplePdf([{}]), [textNote(1, 'một')], sampleWords);
    const twice = await annotatePdf(once, [inkNote(1, [[1, 1]])], sampleWords);
    const apart = await PDFDocument.load(twice);
    const page = apart.getPage(0);
    const list = page.node.Annots();
    if (list === undefined) throw new Error('the page has lost its annotations');
    page.node.set(PDFName.of('Annots'), apart.context.register(list));
    const thrice = await annotatePdf(await apart.save(), [highlightNote(1, 'ba')], sampleWords);
    const [read] = await annotationsOf(thrice);
    expect(read?.map(({ subtype }) => subtype)).toEqual(['Text', 'Ink', 'Highlight']);
  });

  it('marks a bookmarked page, tells how far it is, and leaves out a page that is not there', async () => {
    const bookmark = {
      ...textNote(1, ''),
      annotation: { ...textNote(1, '').annotation, kind: 'bookmark' as const },
    };
    const shares: number[] = [];
    const made = await annotatePdf(
      await samplePdf([{}]),
      [bookmark, inkNote(7, [[1, 1]])],
      sampleWords,
      (share) => shares.push(share),
    );
    const [read] = await annotationsOf(made);
    expect(read?.map(({ subtype, contentsObj }) => [subtype, contentsObj.str])).toEqual([
      ['Text', 'Dấu trang'],
    ]);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });
});
