import type { PageBox, PageLayout } from './page-layout.ts';
import type { WantedPage } from './page-renders.ts';

/** Finer than this no eye tells pages apart, and memory grows with its square. */
const finestPixelRatio = 2;

/**
 * What to draw, most urgent first: the page being read, what else is in sight, then the pages to which one turns next.
 */
export function pagesToDraw(
  layout: PageLayout,
  inSight: readonly PageBox[],
  current: number,
  pixelRatio: number,
): readonly WantedPage[] {
  const first = inSight[0]?.page ?? current;
  const last = inSight.at(-1)?.page ?? current;
  const pages = new Set([current, ...inSight.map(({ page }) => page), last + 1, first - 1, last + 2]);
  const ratio = Math.min(finestPixelRatio, pixelRatio);
  return [...pages].flatMap((page) => {
    const box = layout.boxes[page - 1];
    if (box === undefined) return [];
    return [{ page, width: Math.round(box.width * ratio), height: Math.round(box.height * ratio) }];
  });
}
