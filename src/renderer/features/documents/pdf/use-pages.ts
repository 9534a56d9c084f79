import { useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { Rect } from '../../../view/page-frame.ts';
import { useWatchable } from '../../../data/use-watchable.ts';
import type { DocumentView } from './document-view.ts';
import { anchorAt, layOut, pageAt, type Anchor, type PageLayout } from './page-layout.ts';
import type { Viewport } from './page-size.ts';
import type { PageSizes } from './page-sizes.ts';
import { ScrollPosition, type Mover } from './scroll-position.ts';
import { useViewport } from './use-viewport.ts';
import { acrossOfZone, anchorOfZone, regionOf, zoneInSight } from './zone.ts';

/** A page and what of it is in sight; `zone` null: nothing of it that could be told, or the page from its top. */
export interface PlaceInSight {
  readonly page: number;
  readonly zone: Rect | null;
}

export interface PagesOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly sizes: PageSizes;
  readonly pages: number;
  readonly view: DocumentView;
  readonly wanted: { readonly page: number | undefined; readonly zone: Rect | null };
  /** Where to begin; the wanted page where nothing is given. */
  readonly start: Anchor | undefined;
  readonly onPageChange: (page: number, by: Mover) => void;
  /** Something moved: the page, what of it is in sight, or the size of it. */
  readonly onMove: (place: PlaceInSight, by: Mover, at: Anchor) => void;
}

/** Where the pages of a document are on the screen, and how to move them. */
export interface Pages {
  readonly layout: PageLayout;
  readonly viewport: Viewport;
  readonly scrollTop: number;
  /** The page being read. */
  readonly current: number;
  goTo(page: number): void;
  /** Goes to a place within a page, so that it stands below the upper edge of the screen. */
  goToPlace(anchor: Anchor): void;
  /** What is at the upper edge of the screen now. */
  here(): Anchor;
  /** Holds what stands at a point of the screen over the next change of the view. */
  holdAt(point: { readonly x: number; readonly y: number }): void;
  /** To be called after each scroll. */
  noteScroll(): void;
  /** Tells of the place in sight as it is now: after a change of the view. */
  tell(by: Mover): void;
}

const unmeasured: Viewport = { width: 0, height: 0 };
const noPages: PageLayout = { boxes: [], width: 0, height: 0 };

/** Lays pages out, keeps the place that is read over every change of layout, and follows the wanted page and zone. */
export function usePages(options: PagesOptions): Pages {
  const { scroller, pages, view, wanted, onPageChange, onMove } = options;
  const measured = useViewport(scroller);
  const viewport = measured ?? unmeasured;
  const sizes = useWatchable(options.sizes.sizes);
  const { mode, rotation } = view;
  const zoom = useZoom(view, wanted.zone);
  const layout = useMemo(
    () => (measured === null ? noPages : layOut(sizes, zoom, measured, { mode, rotation })),
    [sizes, zoom, measured, mode, rotation],
  );
  const [position] = useState(
    () => new ScrollPosition(options.start ?? { page: wanted.page ?? 1, fraction: 0 }),
  );
  const scrollTop = useWatchable(position.top);
  const told = useRef(options.start?.page ?? wanted.page ?? 1);

  const here = (): Anchor => anchorAt(layout, position.top.get()) ?? { page: told.current, fraction: 0 };
  const tell = (by: Mover): void => {
    const page = pageAt(layout, position.top.get(), viewport);
    const box = page === null ? undefined : layout.boxes[page - 1];
    if (page === null || box === undefined) return;
    if (page !== told.current) {
      told.current = page;
      onPageChange(page, by);
    }
    const scroll = { top: position.top.get(), left: position.left };
    onMove({ page, zone: zoneInSight(box, scroll, viewport, view) }, by, here());
  };
  const noteScroll = (): void => tell(position.scrolled(layout, viewport));
  const move = (anchor: Anchor, by: Mover, across?: number): void => {
    position.goTo(layout, { ...anchor, page: Math.min(pages, Math.max(1, anchor.page)) }, by, across);
    // The browser tells of it only with the next frame, and the next key may come before that.
    noteScroll();
  };
  const follow = (): void => {
    const { page, zone } = wanted;
    const box = page === undefined ? undefined : layout.boxes[page - 1];
    if (page === undefined || box === undefined) return;
    if (zone !== null)
      return move(anchorOfZone(zone, box, rotation), 'prop', acrossOfZone(zone, box, layout, rotation));
    // Whoever is told of a page may answer with it; to jump to its top would take it out of the reader's hand.
    if (page !== told.current) move({ page, fraction: 0 }, 'prop');
  };
  usePlacing({ scroller, position, layout, wanted, follow, tell: () => tell('prop') });

  return {
    layout,
    viewport,
    scrollTop,
    current: pageAt(layout, scrollTop, viewport) ?? wanted.page ?? 1,
    noteScroll,
    here,
    tell,
    goTo: (page) => move({ page, fraction: 0 }, 'person'),
    goToPlace: (anchor) => move(anchor, 'person'),
    holdAt: (point) => position.holdAt(layout, point),
  };
}

/** The person's own zoom, or as long as a zone is wanted the one that shows it. */
function useZoom({ zoom, rotation }: DocumentView, zone: Rect | null): DocumentView['zoom'] {
  const { width = 0, height = 0 } = zone ?? {};
  return useMemo(
    () => (width > 0 && height > 0 ? { region: regionOf({ width, height }, rotation) } : zoom),
    [zoom, width, height, rotation],
  );
}

interface Placing {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly position: ScrollPosition;
  readonly layout: PageLayout;
  readonly wanted: PagesOptions['wanted'];
  readonly follow: () => void;
  readonly tell: () => void;
}

/**
 * After each change of layout the place that is held comes back to its line; each time something else is wanted the
 * pages go there: not to a bare page at first, where they begin anyway.
 */
function usePlacing({ scroller, position, layout, wanted, follow, tell }: Placing): void {
  const { page, zone } = wanted;
  const key = `${page ?? ''} ${zone === null ? '' : Object.values(zone).join(' ')}`;
  const followed = useRef<string | null>(null);
  const latest = useRef({ follow, tell });
  useLayoutEffect(() => {
    latest.current = { follow, tell };
  });
  useLayoutEffect(() => {
    if (scroller.current === null || layout.boxes.length === 0) return;
    position.attach(scroller.current);
    position.restore(layout);
  }, [scroller, position, layout]);
  const isLaid = layout.boxes.length > 0;
  const hasZone = zone !== null;
  useEffect(() => {
    if (!isLaid || followed.current === key) return;
    const isFirst = followed.current === null;
    followed.current = key;
    if (!isFirst || hasZone) latest.current.follow();
  }, [key, isLaid, hasZone]);
  useEffect(() => {
    // Nobody scrolls a document that has just opened, nor one whose window has changed.
    if (layout.boxes.length > 0) latest.current.tell();
  }, [layout]);
}
