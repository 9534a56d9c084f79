import { createSignal, type Watchable } from '../../../../shared/std/signal.ts';
import { anchorAt, offsetOf, type Anchor, type PageLayout } from './page-layout.ts';
import { pageGap, type Viewport } from './page-size.ts';

/** Who brought the pages to where they are. */
export type Mover = 'person' | 'prop';

/** Where the pages stand: a place in the document at a line of the screen, and how far to the right (0 to 1). */
interface Hold {
  readonly anchor: Anchor;
  /** CSS pixels below the upper edge of the screen. */
  readonly line: number;
  /** Where in the width of the column, and where on the screen that is (0 at the left, 1 at the right). */
  readonly across: number;
  readonly column: number;
}

type Scroller = Pick<HTMLElement, 'scrollTop' | 'scrollLeft' | 'clientWidth'>;

/**
 * Keeps the scroll position of pages. When sizes or zoom change, the place that was being read stays where it was on
 * the screen; a page that was gone to stays at the top. It tells a person's scrolling from its own.
 */
export class ScrollPosition {
  readonly #top = createSignal(0);
  #scroller: Scroller | null = null;
  #hold: Hold;
  /** What the last movement by this object came to, and on whose behalf. */
  #own: { readonly top: number; readonly left: number; readonly by: Mover } | null = null;

  /** Begins at a place. */
  constructor(start: Anchor) {
    this.#hold = atTop(start);
  }

  /** How far the pages have been scrolled, in CSS pixels. */
  get top(): Watchable<number> {
    return this.#top;
  }

  /** How far to the right. */
  get left(): number {
    return this.#scroller?.scrollLeft ?? 0;
  }

  /** Moves this element from now on. */
  attach(scroller: Scroller): void {
    this.#scroller = scroller;
  }

  /** Brings the held place back to its line; after a change of layout. */
  restore(layout: PageLayout): void {
    this.#apply(layout, this.#own?.by ?? 'prop');
  }

  /** Holds what now stands at a point of the screen (a person's fingers) over the next change of layout. */
  holdAt(layout: PageLayout, point: { readonly x: number; readonly y: number }): void {
    const { scrollTop = 0, scrollLeft = 0, clientWidth = 1 } = this.#scroller ?? {};
    const anchor = anchorAt(layout, scrollTop + point.y);
    if (anchor === null) return;
    const across = (scrollLeft + point.x) / layout.width;
    this.#hold = { anchor, line: point.y, across, column: point.x / clientWidth };
    this.#own = { top: scrollTop, left: scrollLeft, by: 'person' };
  }

  /** Puts a place at the top of the screen, and a part of the column's width (0 to 1) in its middle. */
  goTo(layout: PageLayout, to: Anchor, by: Mover, across = 0.5): void {
    this.#hold = { ...atTop(to), across };
    this.#apply(layout, by);
  }

  /** Takes note of where a scroll has ended, and says whose it was. */
  scrolled(layout: PageLayout, viewport: Viewport): Mover {
    if (this.#scroller === null) return 'prop';
    const { scrollTop, scrollLeft } = this.#scroller;
    this.#top.set(scrollTop);
    const own = this.#own;
    if (own !== null && Math.abs(scrollTop - own.top) < 2 && Math.abs(scrollLeft - own.left) < 2)
      return own.by;
    this.#own = null;
    const line = viewport.height / 2;
    const anchor = anchorAt(layout, scrollTop + line);
    const across = (scrollLeft + viewport.width / 2) / layout.width;
    if (anchor !== null) this.#hold = { anchor, line, across, column: 0.5 };
    return 'person';
  }

  #apply(layout: PageLayout, by: Mover): void {
    const { anchor, line, across, column } = this.#hold;
    const offset = offsetOf(layout, anchor);
    if (offset === null || this.#scroller === null) return;
    // The row of a page that is turned to has the screen by itself, with the space around the page.
    const rowTop = layout.boxes[anchor.page - 1]?.rowTop ?? offset;
    this.#scroller.scrollTop = anchor.fraction === 0 ? Math.min(rowTop, offset - line) : offset - line;
    this.#scroller.scrollLeft = across * layout.width - this.#scroller.clientWidth * column;
    // What it really came to: a column has two ends.
    const { scrollTop, scrollLeft } = this.#scroller;
    this.#own = { top: scrollTop, left: scrollLeft, by };
    this.#top.set(scrollTop);
  }
}

/** The top of a page keeps the gap above it; a place within a page is at the very edge. */
function atTop(anchor: Anchor): Hold {
  return { anchor, line: anchor.fraction === 0 ? pageGap : 0, across: 0.5, column: 0.5 };
}
