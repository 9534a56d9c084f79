import { pageGap, type PageSize, type Viewport } from './page-size.ts';
import { scaleOf, type Zoom } from './zoom.ts';

/** Where one page lies in the long column of pages, in CSS pixels from its top left. */
export interface PageBox {
  /** From 1. */
  readonly page: number;
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  /** See `PageSize`; a page is drawn once its size is certain. */
  readonly isMeasured: boolean;
}

/** The column of all pages. */
export interface PageLayout {
  readonly boxes: readonly PageBox[];
  readonly width: number;
  readonly height: number;
}

/** A place in a document that stays the same when sizes and zoom change: a page, and how far down it. */
export interface Anchor {
  readonly page: number;
  /** 0 at the top of the page, 1 at its bottom; beyond them in the gaps. */
  readonly fraction: number;
}

/** Lays the pages out in one column, each fitted by itself where the zoom fits. */
export function layOut(sizes: readonly PageSize[], zoom: Zoom, viewport: Viewport): PageLayout {
  const boxes: PageBox[] = [];
  let top = pageGap;
  let width = viewport.width;
  for (const [index, size] of sizes.entries()) {
    const scale = scaleOf(zoom, size, viewport);
    const [boxWidth, boxHeight] = [size.width * scale, size.height * scale];
    const box = {
      page: index + 1,
      top,
      scale,
      width: boxWidth,
      height: boxHeight,
      isMeasured: size.isMeasured,
    };
    boxes.push({ ...box, left: 0 });
    top += box.height + pageGap;
    width = Math.max(width, box.width + 2 * pageGap);
  }
  return { boxes: boxes.map((box) => ({ ...box, left: (width - box.width) / 2 })), width, height: top };
}

/** The pages that show anything between `top` and `bottom` of the column, in order. */
export function pagesBetween(layout: PageLayout, top: number, bottom: number): readonly PageBox[] {
  const first = firstBelow(layout, top);
  const shown: PageBox[] = [];
  for (let index = first; index < layout.boxes.length; index += 1) {
    const box = layout.boxes[index];
    if (box === undefined || box.top >= bottom) break;
    shown.push(box);
  }
  return shown;
}

/** The page that a reader would say is on the screen: the one at a third of its height. Null without pages. */
export function pageAt(layout: PageLayout, scrollTop: number, viewport: Viewport): number | null {
  const line = scrollTop + viewport.height / 3;
  return (layout.boxes[firstBelow(layout, line)] ?? layout.boxes.at(-1))?.page ?? null;
}

/** The place at `y` of the column. */
export function anchorAt(layout: PageLayout, y: number): Anchor | null {
  const box = layout.boxes[firstBelow(layout, y)] ?? layout.boxes.at(-1);
  if (box === undefined) return null;
  return { page: box.page, fraction: box.height === 0 ? 0 : (y - box.top) / box.height };
}

/** Where in the column a place lies; null when the document has no such page. */
export function offsetOf(layout: PageLayout, { page, fraction }: Anchor): number | null {
  const box = layout.boxes[page - 1];
  return box === undefined ? null : box.top + fraction * box.height;
}

/** Index of the first page whose bottom is below `y`. */
function firstBelow({ boxes }: PageLayout, y: number): number {
  let low = 0;
  let high = boxes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const box = boxes[middle];
    if (box !== undefined && box.top + box.height <= y) low = middle + 1;
    else high = middle;
  }
  return low;
}
