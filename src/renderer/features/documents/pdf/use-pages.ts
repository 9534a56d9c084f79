import { useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useWatchable } from '../../../data/use-watchable.ts';
import { layOut, pageAt, type PageLayout } from './page-layout.ts';
import type { Viewport } from './page-size.ts';
import type { PageSizes } from './page-sizes.ts';
import { ScrollPosition, type Mover } from './scroll-position.ts';
import { useViewport } from './use-viewport.ts';
import type { Zoom } from './zoom.ts';

export interface PagesOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly sizes: PageSizes;
  readonly pages: number;
  readonly zoom: Zoom;
  readonly wantedPage: number | undefined;
  readonly onPageChange: (page: number, by: Mover) => void;
}

/** Where the pages of a document are on the screen, and how to move them. */
export interface Pages {
  readonly layout: PageLayout;
  readonly viewport: Viewport;
  readonly scrollTop: number;
  /** The page being read. */
  readonly current: number;
  goTo(page: number): void;
  /** To be called after each scroll. */
  noteScroll(): void;
}

const unmeasured: Viewport = { width: 0, height: 0 };
const noPages: PageLayout = { boxes: [], width: 0, height: 0 };

/** Lays pages out, keeps the place that is read over every change of layout, and follows the wanted page. */
export function usePages(options: PagesOptions): Pages {
  const { scroller, pages, zoom, wantedPage, onPageChange } = options;
  const measured = useViewport(scroller);
  const viewport = measured ?? unmeasured;
  const sizes = useWatchable(options.sizes.sizes);
  const layout = useMemo(
    () => (measured === null ? noPages : layOut(sizes, zoom, measured)),
    [sizes, zoom, measured],
  );
  const [position] = useState(() => new ScrollPosition(wantedPage ?? 1));
  const scrollTop = useWatchable(position.top);
  const told = useRef(wantedPage ?? 1);

  useLayoutEffect(() => {
    if (scroller.current === null || layout.boxes.length === 0) return;
    position.attach(scroller.current);
    position.restore(layout);
  }, [scroller, position, layout]);

  const noteScroll = (): void => {
    const by = position.scrolled(layout, viewport);
    const page = pageAt(layout, position.top.get(), viewport);
    if (page === null || page === told.current) return;
    told.current = page;
    onPageChange(page, by);
  };
  const move = (page: number, by: Mover): void => {
    position.goTo(layout, Math.min(pages, Math.max(1, page)), by);
    // The browser tells of it only with the next frame, and the next key may come before that.
    noteScroll();
  };
  useFollowing(wantedPage, (page) => {
    // Whoever is told of a page may answer with it; to jump to its top would take it out of the reader's hand.
    if (page !== told.current) move(page, 'prop');
  });

  const current = pageAt(layout, scrollTop, viewport) ?? wantedPage ?? 1;
  return { layout, viewport, scrollTop, current, noteScroll, goTo: (page) => move(page, 'person') };
}

/** Calls `go` each time the wanted page becomes another; not at first, when the pages begin there anyway. */
function useFollowing(wantedPage: number | undefined, go: (page: number) => void): void {
  const latest = useRef(go);
  const last = useRef(wantedPage);
  useLayoutEffect(() => {
    latest.current = go;
  });
  useEffect(() => {
    if (wantedPage === last.current) return;
    last.current = wantedPage;
    if (wantedPage !== undefined) latest.current(wantedPage);
  }, [wantedPage]);
}
