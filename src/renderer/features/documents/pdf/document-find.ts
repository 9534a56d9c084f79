import { createSignal, type Watchable } from '../../../../shared/std/signal.ts';
import { findAll, foldPhrase } from './find-in-text.ts';
import type { PdfDocument } from './pdf-document.ts';

/** One place of the phrase: the `index`-th (from 0) on its page. */
export interface Hit {
  readonly page: number;
  readonly index: number;
}

/** Words that are to be looked for when a document opens; another object is another wish. */
export interface LookedFor {
  readonly words: string;
  /** Where to begin, from 1. */
  readonly page: number;
}

/** How far a search has come. */
export interface Finding {
  /** Counts the searches, so that one can tell the next from the one before. */
  readonly search: number;
  /** As it was written. */
  readonly typed: string;
  /** Ready to be searched for; empty while nothing is. */
  readonly phrase: string;
  readonly hits: readonly Hit[];
  /** The one that was gone to, as an index of `hits`; -1 before the first. */
  readonly current: number;
  readonly isSearching: boolean;
  /** Counts how often a hit was gone to, so that it is brought into sight once each time. */
  readonly steps: number;
}

const nothing: Finding = {
  search: 0,
  typed: '',
  phrase: '',
  hits: [],
  current: -1,
  isSearching: false,
  steps: 0,
};

/** Pages read together. */
const atOnce = 8;

/** Looks through a whole document for a phrase, page by page, from the page being read to the end and round. */
export class DocumentFind {
  readonly #document: Pick<PdfDocument, 'pages' | 'textOf'>;
  readonly #texts = new Map<number, Promise<string>>();
  readonly #finding = createSignal<Finding>(nothing);
  /** Names the search in force. */
  #search = 0;

  constructor(document: Pick<PdfDocument, 'pages' | 'textOf'>) {
    this.#document = document;
  }

  get finding(): Watchable<Finding> {
    return this.#finding;
  }

  /** Looks for another phrase. Resolves when all pages have been looked through, or another search has begun. */
  async look(typed: string, from: number): Promise<void> {
    this.#search += 1;
    const search = this.#search;
    const phrase = foldPhrase(typed);
    const { steps } = this.#finding.get();
    this.#finding.set({ ...nothing, search, typed, steps, phrase, isSearching: phrase !== '' });
    const { pages } = this.#document;
    const order = Array.from({ length: pages }, (_, index) => ((from - 1 + index) % pages) + 1);
    for (let at = 0; at < pages && phrase !== ''; at += atOnce) {
      // oxlint-disable-next-line no-await-in-loop
      const found = await Promise.all(order.slice(at, at + atOnce).map((page) => this.#hitsOn(page, phrase)));
      if (search !== this.#search) return;
      this.#take(found.flat(), from);
    }
    if (search === this.#search) this.#finding.set({ ...this.#finding.get(), isSearching: false });
  }

  /** Goes to the next or the previous hit, round at the ends. Null when there is none. */
  step(way: 1 | -1): Hit | null {
    const finding = this.#finding.get();
    const { hits, current } = finding;
    if (hits.length === 0) return null;
    const next = current < 0 ? 0 : (current + way + hits.length) % hits.length;
    this.#finding.set({ ...finding, current: next, steps: finding.steps + 1 });
    return hits[next] ?? null;
  }

  /** Goes to the present hit once more, or for the first time. */
  here(): Hit | null {
    const finding = this.#finding.get();
    this.#finding.set({ ...finding, steps: finding.steps + 1 });
    return finding.hits[finding.current] ?? null;
  }

  /** Forgets the phrase, but not the words of the pages. */
  stop(): void {
    this.#search += 1;
    this.#finding.set({ ...nothing, search: this.#search, steps: this.#finding.get().steps });
  }

  async #hitsOn(page: number, phrase: string): Promise<readonly Hit[]> {
    const text = this.#texts.get(page) ?? this.#document.textOf(page).catch(() => '');
    this.#texts.set(page, text);
    return findAll(await text, phrase).map((_, index) => ({ page, index }));
  }

  /** Hits stay in the order of the pages; the first one at or after the page that was read is gone to first. */
  #take(found: readonly Hit[], from: number): void {
    if (found.length === 0) return;
    const finding = this.#finding.get();
    const chosen = finding.hits[finding.current];
    const hits = [...finding.hits, ...found].toSorted((a, b) => a.page - b.page || a.index - b.index);
    const first = hits.findIndex((hit) => hit.page >= from);
    const current =
      chosen === undefined
        ? Math.max(0, first)
        : hits.findIndex((hit) => hit.page === chosen.page && hit.index === chosen.index);
    this.#finding.set({ ...finding, hits, current });
  }
}
