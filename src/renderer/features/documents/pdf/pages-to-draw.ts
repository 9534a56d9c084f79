import type { PageBox, PageLayout } from './page-layout.ts';
import type { WantedPage } from './page-renders.ts';

/** Finer than this no eye tells pages apart, and memory grows with its square. */
const finestPixelRatio = 2;

/** The page being read, what else is in sight, then the pages to which one turns next. */
export function pagesToMeasure(inSight: readonly PageBox[], current: number): readonly number[] {
  const first = inSight[0]?.page ?? current;
  const last = inSight.at(-1)?.page ?? current;
  return [...new Set([current, ...inSight.map(({ page }) => page), last + 1, first - 1, last + 2])];
}

/** The same pages as they are to be drawn, most urgent first, as far as their sizes are certain. */
export function pagesToDraw(
  layout: PageLayout,
  inSight: readonly PageBox[],
  current: number,
  pixelRatio: number,
): readonly WantedPage[] {
  const ratio = Math.min(finestPixelRatio, pixelRatio);
  return pagesToMeasure(inSight, current).flatMap((page) => {
    const box = layout.boxes[page - 1];
    if (box === undefined || !box.isMeasured) return [];
    return [{ page, width: Math.round(box.width * ratio), height: Math.round(box.height * ratio) }];
  });
}
