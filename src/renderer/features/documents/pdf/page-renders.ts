import type { Stop } from '../../../../shared/std/signal.ts';
import { createChannel } from '../../../../shared/std/signal.ts';
import type { CanvasPool } from './canvas-pool.ts';
import type { PdfDocument, Run } from './pdf-document.ts';

/** A page to be drawn, in device pixels. */
export interface WantedPage {
  readonly page: number;
  readonly width: number;
  readonly height: number;
}

/**
 * All drawn pages together hold at most so many pixels, four bytes each; pages in sight may exceed it. No more than a
 * reader goes back at once: what has gone is drawn again in a moment, and its canvas serves the next page.
 */
const mostPixels = 8_000_000;

/** A single page is drawn with at most so many pixels and stretched beyond. */
const mostPagePixels = 16_000_000;

/** Pictures of so many pages stay decoded, so that they are drawn again at once when the zoom changes. */
const decodedPages = 3;

/** Whoever turns pages faster than this is looking for one, and is served with small pictures first. In milliseconds. */
const flipMs = 300;

/** A small picture has this share of the width and height: a sixteenth of the pixels. */
const smallShare = 0.25;

interface Drawn {
  readonly canvas: HTMLCanvasElement;
  readonly wanted: WantedPage;
}

/**
 * The drawings of a document's pages: what is wanted is drawn one page at a time, most urgent first, and kept as long
 * as there is room, those shown last going first. What is no longer wanted is not drawn to the end. A page that has
 * been drawn at another size stands in until its new drawing is ready, so that zooming never shows an empty page. Who
 * flips through pages gets a small picture of each, and the sharp one where the flipping ends.
 */
export class PageRenders {
  readonly #document: PdfDocument;
  readonly #canvases: CanvasPool;
  readonly #onFailure: (reason: unknown) => void;
  readonly #now: () => number;
  /** By page, the one wanted longest ago first. */
  readonly #drawn = new Map<number, Drawn>();
  readonly #changes = createChannel<number>();
  #wanted: readonly WantedPage[] = [];
  /** Pages drawn lately, the latest last. */
  #decoded: readonly number[] = [];
  #drawing: { readonly wanted: WantedPage; readonly run: Run } | null = null;
  #turnedAt = Number.NEGATIVE_INFINITY;
  #isFlipping = false;
  #isClosed = false;

  constructor(
    document: PdfDocument,
    canvases: CanvasPool,
    onFailure: (reason: unknown) => void,
    now: () => number = () => performance.now(),
  ) {
    this.#document = document;
    this.#canvases = canvases;
    this.#onFailure = onFailure;
    this.#now = now;
  }

  /** What is to be drawn now, most urgent first. */
  want(pages: readonly WantedPage[]): void {
    if (pages[0]?.page !== this.#wanted[0]?.page) {
      const now = this.#now();
      this.#isFlipping = now - this.#turnedAt < flipMs;
      this.#turnedAt = now;
    }
    this.#wanted = pages.map(bounded);
    for (const { page } of this.#wanted.toReversed()) {
      const drawn = this.#drawn.get(page);
      if (drawn === undefined) continue;
      this.#drawn.delete(page);
      this.#drawn.set(page, drawn);
    }
    const drawing = this.#drawing;
    if (drawing !== null && !this.#wanted.some((wanted) => isSame(wanted, drawing.wanted)))
      drawing.run.cancel();
    this.#makeRoom();
    this.#drawNext();
  }

  /** The best drawing there is of a page, perhaps of another size; null while there is none. */
  canvasOf(page: number): HTMLCanvasElement | null {
    return this.#drawn.get(page)?.canvas ?? null;
  }

  /** Calls `listener` when the drawing of a page has come, changed or gone. */
  subscribe(page: number, listener: () => void): Stop {
    return this.#changes.subscribe((changed) => changed === page && listener());
  }

  close(): void {
    this.#isClosed = true;
    this.#drawing?.run.cancel();
    for (const { canvas } of this.#drawn.values()) this.#canvases.give(canvas);
    this.#drawn.clear();
  }

  #drawNext(): void {
    if (this.#isClosed || this.#drawing !== null) return;
    const wanted = this.#wanted.find((candidate) => {
      const drawn = this.#drawn.get(candidate.page);
      return drawn === undefined || !isSame(drawn.wanted, candidate);
    });
    if (wanted === undefined) return;
    const size = this.#isFlipping && this.#isFirstSight(wanted) ? small(wanted) : wanted;
    const canvas = this.#canvases.take(size.width, size.height);
    const run = this.#document.draw(wanted.page, canvas);
    let isGivenUp = false;
    const drawing = {
      wanted,
      run: {
        done: run.done,
        cancel: () => {
          isGivenUp = true;
          run.cancel();
        },
      },
    };
    this.#drawing = drawing;
    run.done
      .then(
        () => (this.#isClosed || isGivenUp ? this.#canvases.give(canvas) : this.#keep(size, canvas)),
        (reason: unknown) => {
          this.#onFailure(reason);
          // Drawn no further: an empty page stands for it, and the others go on.
          canvas.width = size.width;
          if (!this.#isClosed) this.#keep(wanted, canvas);
        },
      )
      .finally(() => {
        this.#drawing = null;
        this.#forgetButLatest(wanted.page);
        this.#drawNext();
      });
  }

  /** The page being read, of which there is nothing to show. */
  #isFirstSight({ page }: WantedPage): boolean {
    return page === this.#wanted[0]?.page && !this.#drawn.has(page);
  }

  #keep(wanted: WantedPage, canvas: HTMLCanvasElement): void {
    const former = this.#drawn.get(wanted.page);
    this.#drawn.delete(wanted.page);
    this.#drawn.set(wanted.page, { canvas, wanted });
    this.#makeRoom();
    this.#changes.emit(wanted.page);
    if (former !== undefined) this.#canvases.give(former.canvas);
  }

  /** What was decoded for a page is many times as large as its drawing. */
  #forgetButLatest(page: number): void {
    const decoded = [...this.#decoded.filter((other) => other !== page), page];
    this.#decoded = decoded.slice(-decodedPages);
    for (const former of decoded.slice(0, -decodedPages)) this.#document.forget(former);
  }

  #makeRoom(): void {
    const inSight = new Set(this.#wanted.map(({ page }) => page));
    let pixels = 0;
    for (const { wanted } of this.#drawn.values()) pixels += wanted.width * wanted.height;
    for (const [page, { canvas, wanted }] of this.#drawn) {
      if (pixels <= mostPixels) return;
      if (inSight.has(page)) continue;
      pixels -= wanted.width * wanted.height;
      this.#drawn.delete(page);
      this.#changes.emit(page);
      this.#canvases.give(canvas);
    }
  }
}

function bounded({ page, width, height }: WantedPage): WantedPage {
  const shrink = Math.min(1, Math.sqrt(mostPagePixels / (width * height)));
  return {
    page,
    width: Math.max(1, Math.round(width * shrink)),
    height: Math.max(1, Math.round(height * shrink)),
  };
}

function small({ page, width, height }: WantedPage): WantedPage {
  return { page, width: Math.ceil(width * smallShare), height: Math.ceil(height * smallShare) };
}

function isSame(a: WantedPage, b: WantedPage): boolean {
  return a.page === b.page && a.width === b.width && a.height === b.height;
}
