import { createSignal, type Stop, type Watchable } from '../../../../shared/std/signal.ts';
import type { PageSize } from './page-size.ts';
import type { PdfDocument } from './pdf-document.ts';

/** Pages that are measured together where nobody waits for them. */
const atOnce = 8;

/** Runs something when there is nothing better to do. */
export type WhenIdle = (run: () => void) => Stop;

/**
 * The sizes of a document's pages; none until the first is known. What has not been measured is taken to be as the
 * first page, which it nearly always is, and put right as soon as it comes near the screen. A document of which all
 * bytes are here is measured to its end by and by; of a large one only what is read, because measuring a page means
 * to read the file around it.
 */
export class PageSizes {
  readonly #document: PdfDocument;
  readonly #whenIdle: WhenIdle;
  readonly #sizes = createSignal<readonly PageSize[]>([]);
  readonly #asked = new Set<number>();
  #idle: Stop = () => undefined;
  #isOver = false;

  constructor(document: PdfDocument, whenIdle: WhenIdle) {
    this.#document = document;
    this.#whenIdle = whenIdle;
    void this.#begin();
  }

  /** By page, the first at index 0. */
  get sizes(): Watchable<readonly PageSize[]> {
    return this.#sizes;
  }

  /** Measures these pages now, as far as they have not been measured. */
  need(pages: readonly number[]): void {
    const missing = pages.filter(
      (page) => page >= 1 && page <= this.#document.pages && !this.#asked.has(page),
    );
    if (missing.length > 0) void this.#measure(missing);
  }

  close(): void {
    this.#isOver = true;
    this.#idle();
  }

  async #begin(): Promise<void> {
    await this.#measure([1]);
    if (this.#document.isWhole) this.#goOn();
  }

  #goOn(): void {
    this.#idle = this.#whenIdle(() => {
      const all = Array.from({ length: this.#document.pages }, (_, index) => index + 1);
      const next = all.filter((page) => !this.#asked.has(page)).slice(0, atOnce);
      if (next.length === 0 || this.#isOver) return;
      void this.#measure(next).then(() => this.#goOn());
    });
  }

  async #measure(pages: readonly number[]): Promise<void> {
    for (const page of pages) this.#asked.add(page);
    const measured = await Promise.all(
      // A page that cannot be measured cannot be drawn either: it stays the empty sheet that it is taken to be.
      pages.map((page) => this.#document.sizeOf(page).catch(() => null)),
    );
    if (this.#isOver) return;
    const [first] = measured;
    const known = this.#sizes.get();
    if (known.length === 0 && !first) return;
    const sizes =
      known.length === 0 && first
        ? Array.from({ length: this.#document.pages }, () => ({ ...first, isMeasured: false }))
        : [...known];
    for (const [index, page] of pages.entries()) {
      const size = measured[index];
      if (size) sizes[page - 1] = { ...size, isMeasured: true };
    }
    this.#sizes.set(sizes);
  }
}
