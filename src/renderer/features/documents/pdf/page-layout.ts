import { isSideways, type DocumentView } from './document-view.ts';
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
  /** The row of the column that the page stands in, with the space around it. */
  readonly rowTop: number;
  readonly rowHeight: number;
}

/** The column of all pages: rows of one page or two. */
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

type Arrangement = Pick<DocumentView, 'mode' | 'rotation'>;

const oneColumn: Arrangement = { mode: 'continuous', rotation: 0 };

/**
 * Lays the pages out in one column of rows, each row fitted by itself where the zoom fits. In the modes that turn
 * pages a row has the screen by itself, so that scrolling stops at rows.
 */
export function layOut(
  sizes: readonly PageSize[],
  zoom: Zoom,
  viewport: Viewport,
  { mode, rotation }: Arrangement = oneColumn,
): PageLayout {
  const perRow = mode === 'spread' ? 2 : 1;
  const boxes: PageBox[] = [];
  let bottom = mode === 'continuous' ? pageGap : 0;
  let width = viewport.width;
  for (let first = 0; first < sizes.length; first += perRow) {
    const pages = sizes.slice(first, first + perRow).map((size) => turned(size, rotation));
    const row = layRow(pages, zoom, viewport);
    const own = mode === 'continuous' ? row.height : Math.max(viewport.height, row.height + 2 * pageGap);
    const place = { rowTop: bottom, rowHeight: own, width: row.width };
    for (const [index, box] of row.boxes.entries())
      boxes.push({
        ...box,
        page: first + index + 1,
        top: bottom + (own - box.height) / 2,
        rowTop: place.rowTop,
        rowHeight: place.rowHeight,
      });
    bottom += own + (mode === 'continuous' ? pageGap : 0);
    width = Math.max(width, row.width + 2 * pageGap);
  }
  return { boxes: centred(boxes, width), width, height: bottom };
}

type LooseBox = Pick<PageBox, 'left' | 'width' | 'height' | 'scale' | 'isMeasured'>;

/** The pages of a row beside each other, from 0 at the left. */
function layRow(
  pages: readonly PageSize[],
  zoom: Zoom,
  viewport: Viewport,
): { readonly boxes: readonly LooseBox[]; readonly width: number; readonly height: number } {
  const gaps = (pages.length - 1) * pageGap;
  const whole = {
    width: pages.reduce((sum, page) => sum + page.width, 0),
    height: Math.max(...pages.map((page) => page.height)),
  };
  const scale = scaleOf(zoom, whole, { ...viewport, width: viewport.width - gaps });
  let left = 0;
  const boxes = pages.map((page) => {
    const box = {
      left,
      width: page.width * scale,
      height: page.height * scale,
      scale,
      isMeasured: page.isMeasured,
    };
    left += box.width + pageGap;
    return box;
  });
  return { boxes, width: left - pageGap, height: whole.height * scale };
}

function centred(boxes: readonly PageBox[], width: number): PageBox[] {
  const rowWidths = new Map<number, number>();
  for (const { rowTop, left, width: own } of boxes)
    rowWidths.set(rowTop, Math.max(rowWidths.get(rowTop) ?? 0, left + own));
  return boxes.map((box) => ({
    ...box,
    left: box.left + (width - (rowWidths.get(box.rowTop) ?? box.width)) / 2,
  }));
}

function turned(size: PageSize, rotation: DocumentView['rotation']): PageSize {
  return isSideways(rotation) ? { ...size, width: size.height, height: size.width } : size;
}

/** The layout with each page at the size at which it is drawn, which is before it is turned. */
export function unturned(layout: PageLayout, rotation: DocumentView['rotation']): PageLayout {
  if (!isSideways(rotation)) return layout;
  return {
    ...layout,
    boxes: layout.boxes.map((box) => ({ ...box, width: box.height, height: box.width })),
  };
}

/** The pages that show anything between `top` and `bottom` of the column, in order. */
export function pagesBetween(layout: PageLayout, top: number, bottom: number): readonly PageBox[] {
  const first = firstBelow(layout, top);
  const shown: PageBox[] = [];
  for (let index = first; index < layout.boxes.length; index += 1) {
    const box = layout.boxes[index];
    if (box === undefined || box.rowTop >= bottom) break;
    shown.push(box);
  }
  return shown;
}

/** The page that a reader would say is on the screen: the one at a third of its height. Null without pages. */
export function pageAt(layout: PageLayout, scrollTop: number, viewport: Viewport): number | null {
  const line = scrollTop + viewport.height / 3;
  return (layout.boxes[firstBelow(layout, line)] ?? layout.boxes.at(-1))?.page ?? null;
}

/** The first page of the row after (`1`) or before (`-1`) that of a page; the page itself where there is none. */
export function pageBeside({ boxes }: PageLayout, page: number, way: 1 | -1): number {
  const from = boxes[page - 1];
  if (from === undefined) return page;
  const other =
    way === 1
      ? boxes.find((box) => box.page > page && box.rowTop !== from.rowTop)
      : boxes.findLast((box) => box.page < page && box.rowTop !== from.rowTop);
  if (other === undefined) return page;
  return boxes.find((box) => box.rowTop === other.rowTop)?.page ?? other.page;
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

/** Index of the first page whose row ends below `y`. */
function firstBelow({ boxes }: PageLayout, y: number): number {
  let low = 0;
  let high = boxes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const box = boxes[middle];
    if (box !== undefined && box.rowTop + box.rowHeight <= y) low = middle + 1;
    else high = middle;
  }
  return low;
}
