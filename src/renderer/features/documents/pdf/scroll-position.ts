import { createSignal, type Watchable } from '../../../../shared/std/signal.ts';
import { anchorAt, offsetOf, type Anchor, type PageLayout } from './page-layout.ts';
import { pageGap, type Viewport } from './page-size.ts';

/** Who brought the pages to where they are. */
export type Mover = 'person' | 'prop';

/** Where the pages stand: a place in the document, at a line of the screen, and how far to the right (0 to 1). */
interface Hold {
  readonly anchor: Anchor;
  /** CSS pixels below the upper edge of the screen. */
  readonly line: number;
  readonly across: number;
}

/**
 * Keeps the scroll position of pages. When sizes or zoom change, the place that was being read stays where it was on
 * the screen; a page that was gone to stays at the top. It tells a person's scrolling from its own.
 */
export class ScrollPosition {
  readonly #top = createSignal(0);
  #scroller: Pick<HTMLElement, 'scrollTop' | 'scrollLeft' | 'clientWidth'> | null = null;
  #hold: Hold;
  /** What the last movement by this object came to, and on whose behalf. */
  #own: { readonly top: number; readonly by: Mover } | null = null;

  /** Begins at the top of a page. */
  constructor(page: number) {
    this.#hold = atTopOf(page);
  }

  /** How far the pages have been scrolled, in CSS pixels. */
  get top(): Watchable<number> {
    return this.#top;
  }

  /** Moves this element from now on. */
  attach(scroller: Pick<HTMLElement, 'scrollTop' | 'scrollLeft' | 'clientWidth'>): void {
    this.#scroller = scroller;
  }

  /** Brings the held place back to its line; after a change of layout. */
  restore(layout: PageLayout): void {
    this.#apply(layout, this.#own?.by ?? 'prop');
  }

  /** Puts the top of a page at the top of the screen. */
  goTo(layout: PageLayout, page: number, by: Mover): void {
    this.#hold = atTopOf(page);
    this.#apply(layout, by);
  }

  /** Takes note of where a scroll has ended, and says whose it was. */
  scrolled(layout: PageLayout, viewport: Viewport): Mover {
    if (this.#scroller === null) return 'prop';
    const { scrollTop, scrollLeft } = this.#scroller;
    this.#top.set(scrollTop);
    if (this.#own !== null && Math.abs(scrollTop - this.#own.top) < 2) return this.#own.by;
    this.#own = null;
    const line = viewport.height / 2;
    const anchor = anchorAt(layout, scrollTop + line);
    if (anchor !== null)
      this.#hold = { anchor, line, across: (scrollLeft + viewport.width / 2) / layout.width };
    return 'person';
  }

  #apply(layout: PageLayout, by: Mover): void {
    const { anchor, line, across } = this.#hold;
    const offset = offsetOf(layout, anchor);
    if (offset === null || this.#scroller === null) return;
    this.#scroller.scrollTop = offset - line;
    this.#scroller.scrollLeft = across * layout.width - this.#scroller.clientWidth / 2;
    // What it really came to: a column has two ends.
    this.#own = { top: this.#scroller.scrollTop, by };
    this.#top.set(this.#scroller.scrollTop);
  }
}

function atTopOf(page: number): Hold {
  return { anchor: { page, fraction: 0 }, line: pageGap, across: 0.5 };
}
