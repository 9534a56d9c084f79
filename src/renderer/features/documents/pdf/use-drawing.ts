import { useEffect, useRef } from 'react';
import type { DocumentView } from './document-view.ts';
import { pagesBetween, unturned } from './page-layout.ts';
import type { PageRenders } from './page-renders.ts';
import type { PageSizes } from './page-sizes.ts';
import { pagesToDraw, pagesToMeasure } from './pages-to-draw.ts';
import type { Pages } from './use-pages.ts';

/** So long after the last step of a zoom are pages drawn at their new size; until then their drawings are stretched. */
const settleMs = 140;

interface Drawing {
  readonly renders: PageRenders;
  readonly sizes: PageSizes;
  readonly view: DocumentView;
}

/** Has measured and drawn what is in sight and near. */
export function useDrawing({ renders, sizes, view }: Drawing, pages: Pages): void {
  const { layout, scrollTop, current } = pages;
  const { height } = pages.viewport;
  const { zoom, rotation } = view;
  const drawn = useRef(zoom);
  useEffect(() => {
    const inSight = pagesBetween(layout, scrollTop, scrollTop + height);
    sizes.need(pagesToMeasure(inSight, current));
    const want = (): void => {
      drawn.current = zoom;
      renders.want(pagesToDraw(unturned(layout, rotation), inSight, current, window.devicePixelRatio));
    };
    // Fingers pass through many scales; what is fitted or turned to is drawn at once.
    const isPassing = 'scale' in zoom && drawn.current !== zoom;
    if (!isPassing) {
      want();
      return;
    }
    const timer = setTimeout(want, settleMs);
    return () => clearTimeout(timer);
  }, [renders, sizes, layout, scrollTop, height, current, zoom, rotation]);
}
