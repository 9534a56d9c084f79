import fontkit from '@pdf-lib/fontkit';
import { degrees, PDFDocument, rgb, type PDFFont, type PDFPage } from '@cantoo/pdf-lib';
import { pageSpaceOf, type PageSpace } from './page-space.ts';
import { woffToTtf } from './woff-to-ttf.ts';

/** The two halves of a typeface: letters that Vietnamese shares with its neighbours, and its own. As WOFF. */
export interface WatermarkFonts {
  readonly latin: Uint8Array;
  readonly vietnamese: Uint8Array;
}

/** Letters that only the Vietnamese half has; the ranges of the style sheet `fonts.css`. */
const vietnameseRuns =
  /([\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9\u20AB]+)/;
const unknownLetters =
  /[^\u0020-\u007E\u00A0-\u00FF\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9\u2013\u2014\u2018-\u201D\u2022\u20AB]/gu;

interface Typeface {
  readonly latin: PDFFont;
  readonly vietnamese: PDFFont;
}

/**
 * Draws the same line over every page of a PDF: who printed it, at which seat and when. It lies across the page, pale
 * enough to read through, and once more in dark small letters at the lower edge.
 *
 * @param text one line; letters that the typeface has not got are left out
 * @param onProgress told the share done, from 0 to 1
 */
export async function watermarkPdf(
  pdf: Uint8Array,
  text: string,
  fonts: WatermarkFonts,
  onProgress: (share: number) => void = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  document.registerFontkit(fontkit);
  const [latin, vietnamese] = await Promise.all([
    document.embedFont(woffToTtf(fonts.latin)),
    document.embedFont(woffToTtf(fonts.vietnamese)),
  ]);
  const line = text.normalize('NFC').replace(unknownLetters, '');
  const pages = document.getPages();
  for (const [at, page] of pages.entries()) {
    mark(page, line, { latin, vietnamese });
    onProgress((0.8 * (at + 1)) / pages.length);
  }
  const saved = await document.save({ updateFieldAppearances: false, addDefaultPage: false });
  onProgress(1);
  return saved;
}

function mark(page: PDFPage, text: string, face: Typeface): void {
  const space = pageSpaceOf(page);
  const { width, height } = space;
  const climb = Math.atan2(height, width);
  const size = Math.min(36, (0.8 * Math.hypot(width, height)) / widthOf(text, face, 1));
  const length = widthOf(text, face, size);
  const start = {
    x: (width - length * Math.cos(climb)) / 2,
    y: (height + length * Math.sin(climb)) / 2,
  };
  draw(page, { text, face, space, ...start, size, climb, grey: 0.35, opacity: 0.16 });
  const small = Math.min(8, (0.9 * width) / widthOf(text, face, 1));
  const left = (width - widthOf(text, face, small)) / 2;
  draw(page, { text, face, space, x: left, y: height - 8, size: small, climb: 0, grey: 0.25, opacity: 0.9 });
}

interface Line {
  readonly text: string;
  readonly face: Typeface;
  readonly space: PageSpace;
  /** Where the baseline begins and how big the letters are, in page units. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Angle of the baseline as it is read, in radians, rising to the right. */
  readonly climb: number;
  /** From black 0 to white 1. */
  readonly grey: number;
  readonly opacity: number;
}

function draw(page: PDFPage, line: Line): void {
  const { face, space, size, climb } = line;
  let along = 0;
  for (const run of line.text.split(vietnameseRuns).filter((piece) => piece !== '')) {
    const font = fontOf(run, face);
    const [x, y] = space.toPdf(line.x + along * Math.cos(climb), line.y - along * Math.sin(climb));
    page.drawText(run, {
      x,
      y,
      font,
      size: size * space.unit,
      rotate: degrees((climb * 180) / Math.PI + space.turn),
      color: rgb(line.grey, line.grey, line.grey),
      opacity: line.opacity,
    });
    along += font.widthOfTextAtSize(run, size);
  }
}

function widthOf(text: string, face: Typeface, size: number): number {
  const runs = text.split(vietnameseRuns).filter((piece) => piece !== '');
  return runs.reduce((sum, run) => sum + fontOf(run, face).widthOfTextAtSize(run, size), 0);
}

function fontOf(run: string, face: Typeface): PDFFont {
  return vietnameseRuns.test(run) ? face.vietnamese : face.latin;
}
