import { PDFName, PDFNumber, type PDFPage } from '@cantoo/pdf-lib';

/** A place in a PDF page's own space: from its bottom left, y up, before the page's own turn. */
export type PdfPoint = readonly [x: number, y: number];

/**
 * Leads from page units (points from the top left of the page as it is shown, y down) to the space in which a PDF
 * writes, and back over the page's own turn and crop box, as pdf.js takes them.
 */
export interface PageSpace {
  /** Of the page as it is shown, in page units. */
  readonly width: number;
  readonly height: number;
  /** Length of one page unit in the page's own space. */
  readonly unit: number;
  /** The page's own turn, clockwise. */
  readonly turn: 0 | 90 | 180 | 270;
  toPdf(x: number, y: number): PdfPoint;
}

interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** The space of a page. A broken box is taken as pdf.js takes it: the media box, or a letter page. */
export function pageSpaceOf(page: PDFPage): PageSpace {
  const { left, bottom, right, top } = shownBox(page);
  const turn = turnOf(page);
  const unit = 1 / userUnitOf(page);
  const isLying = turn === 90 || turn === 270;
  const width = (isLying ? top - bottom : right - left) / unit;
  const height = (isLying ? right - left : top - bottom) / unit;
  const ways: Readonly<Record<PageSpace['turn'], PageSpace['toPdf']>> = {
    0: (x, y) => [left + x * unit, top - y * unit],
    90: (x, y) => [left + y * unit, bottom + x * unit],
    180: (x, y) => [right - x * unit, bottom + y * unit],
    270: (x, y) => [right - y * unit, top - x * unit],
  };
  return { width, height, unit, turn, toPdf: ways[turn] };
}

/** The smallest upright box around points, in the page's own space: left, bottom, right, top. */
export function boxAround(
  points: readonly PdfPoint[],
  margin = 0,
): readonly [number, number, number, number] {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    bottom = Math.min(bottom, y);
    right = Math.max(right, x);
    top = Math.max(top, y);
  }
  return [left - margin, bottom - margin, right + margin, top + margin];
}

function shownBox(page: PDFPage): Box {
  const letter = { left: 0, bottom: 0, right: 612, top: 792 };
  const media = boxOr(() => page.getMediaBox()) ?? letter;
  const crop = page.node.CropBox() === undefined ? null : boxOr(() => page.getCropBox());
  if (crop === null) return media;
  const both = {
    left: Math.max(media.left, crop.left),
    bottom: Math.max(media.bottom, crop.bottom),
    right: Math.min(media.right, crop.right),
    top: Math.min(media.top, crop.top),
  };
  return both.right > both.left && both.top > both.bottom ? both : media;
}

function boxOr(read: () => { x: number; y: number; width: number; height: number }): Box | null {
  try {
    const { x, y, width, height } = read();
    if (![x, y, width, height].every(Number.isFinite) || width === 0 || height === 0) return null;
    return {
      left: Math.min(x, x + width),
      bottom: Math.min(y, y + height),
      right: Math.max(x, x + width),
      top: Math.max(y, y + height),
    };
  } catch {
    return null;
  }
}

function turnOf(page: PDFPage): PageSpace['turn'] {
  const angle = (((page.node.Rotate()?.asNumber() ?? 0) % 360) + 360) % 360;
  return angle === 90 || angle === 180 || angle === 270 ? angle : 0;
}

function userUnitOf(page: PDFPage): number {
  const unit = page.node.lookup(PDFName.of('UserUnit'));
  return unit instanceof PDFNumber && unit.asNumber() > 0 ? unit.asNumber() : 1;
}
