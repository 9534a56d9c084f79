/** The cells of a long grid that are near what is in sight. */
export interface ThumbnailWindow {
  /** Pages from 1, in order. */
  readonly pages: readonly number[];
  /** CSS pixels from the top of the grid to the first of them, and the height of the whole. */
  readonly offset: number;
  readonly height: number;
}

interface Grid {
  readonly pages: number;
  readonly columns: number;
  readonly rowHeight: number;
}

/** Which cells of a grid have to exist when it is scrolled so far; one row more on either side. */
export function thumbnailsInSight(
  { pages, columns, rowHeight }: Grid,
  scroll: { readonly top: number; readonly height: number },
): ThumbnailWindow {
  const rows = Math.ceil(pages / columns);
  const first = Math.min(Math.max(0, Math.floor(scroll.top / rowHeight) - 1), Math.max(0, rows - 1));
  const last = Math.min(rows, Math.ceil((scroll.top + scroll.height) / rowHeight) + 1);
  const from = first * columns;
  const count = Math.max(0, Math.min(pages, last * columns) - from);
  return {
    pages: Array.from({ length: count }, (_, index) => from + index + 1),
    offset: first * rowHeight,
    height: rows * rowHeight,
  };
}

/** How far to scroll so that the cell of a page is in sight; null where it is already. */
export function scrollToThumbnail(
  { columns, rowHeight }: Grid,
  page: number,
  scroll: { readonly top: number; readonly height: number },
): number | null {
  const top = Math.floor((page - 1) / columns) * rowHeight;
  if (top >= scroll.top && top + rowHeight <= scroll.top + scroll.height) return null;
  return Math.max(0, top - (scroll.height - rowHeight) / 2);
}
