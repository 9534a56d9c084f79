import { useEffect, useRef, type RefObject } from 'react';
import { useWatchable } from '../../../data/use-watchable.ts';
import type { Finding } from './document-find.ts';
import type { DocumentView } from './document-view.ts';
import type { PdfPagesProps } from './PdfPages.tsx';
import { useDrawing } from './use-drawing.ts';
import { usePages, type Pages } from './use-pages.ts';
import { useReadingActions, type Reading } from './use-reading-actions.ts';
import { useTextSelection } from './use-text-selection.ts';
import { useZoomGestures } from './use-zoom-gestures.ts';

/** An open document as it is being read. */
export interface OpenReading {
  readonly pages: Pages;
  readonly reading: Reading;
  readonly finding: Finding;
}

const ignore = (): void => undefined;

/** Joins where pages lie, what is drawn, what a person does, and what is told of it. */
export function useOpenDocument(props: PdfPagesProps, scroller: RefObject<HTMLElement | null>): OpenReading {
  const { document, sizes, view, onView, page, zone = null, onPlaceChange = ignore } = props;
  const pages = usePages({
    scroller,
    sizes,
    view,
    pages: document.pages,
    wanted: { page, zone },
    start: props.start,
    onPageChange: props.onPageChange ?? ignore,
    onMove(place, by, at) {
      // Whoever moves a led page takes it over as it stands, or it would jump when it is led no more.
      if (by === 'person' && zone !== null) keepScale();
      onPlaceChange({ ...place, at }, by);
    },
  });
  const { layout, current } = pages;
  const scale = layout.boxes[current - 1]?.scale ?? 1;
  const keepScale = (): void => {
    if (!('scale' in view.zoom) || view.zoom.scale !== scale) onView({ ...view, zoom: { scale } });
  };
  const reading = useReadingActions({
    document,
    pages,
    view,
    onView,
    scale,
    lookFor: props.lookFor ?? null,
  });
  const finding = useWatchable(reading.find.finding);
  useTextSelection(scroller, layout, view.rotation, props.onSelectText);
  useDrawing(props, pages);
  useTellingOfView(view, pages);
  useZoomGestures(scroller, {
    scale,
    onZoom(wanted, point) {
      pages.holdAt(point);
      onView({ ...view, zoom: { scale: wanted } });
    },
  });
  return { pages, reading, finding };
}

/** A change of the view is a movement of the person who made it; told once the pages lie anew. */
function useTellingOfView(view: DocumentView, pages: Pages): void {
  const told = useRef(view);
  const latest = useRef(pages);
  useEffect(() => {
    latest.current = pages;
  });
  useEffect(() => {
    if (told.current === view) return;
    told.current = view;
    latest.current.tell('person');
  }, [view]);
}
