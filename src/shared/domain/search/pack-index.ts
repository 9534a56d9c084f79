import type { DocumentVersionId } from '../../records/ids.ts';
import { excerptOf, type Excerpt } from './excerpt.ts';
import { createFolder, placeIn, type FoldedText } from './fold-page.ts';
import { hasMarks, markKey } from './marks.ts';

/** One place where the words stand. */
export interface SearchHit extends Excerpt {
  /** From 1. */
  readonly page: number;
  /** The marks are those of the query too; false for every hit of a query without marks. */
  readonly isExact: boolean;
}

/** What one document has of the words. */
export interface DocumentHits {
  readonly versionId: DocumentVersionId;
  /** All hits, also those beyond the limit. */
  readonly total: number;
  /** The best first: the same marks, then the beginning of a word, then by page. */
  readonly hits: readonly SearchHit[];
}

/** A query needs so many letters, or almost every page would answer. */
export const leastQuery = 2;

/**
 * The text of a pack, in memory alone. A search looks through all of it for the phrase: folded text of a few million
 * letters is read in milliseconds, and nothing has to be kept in step with it (ADR 0017). A phrase that runs over the
 * end of a page is not found.
 */
export class PackIndex {
  readonly #fold = createFolder();
  readonly #documents = new Map<DocumentVersionId, readonly FoldedText[]>();

  /** Takes in the text of a version, page by page; again replaces it. */
  put(versionId: DocumentVersionId, pages: readonly string[]): void {
    this.#documents.set(versionId, pages.map(this.#fold));
  }

  drop(versionId: DocumentVersionId): void {
    this.#documents.delete(versionId);
  }

  has(versionId: DocumentVersionId): boolean {
    return this.#documents.has(versionId);
  }

  /**
   * Finds a phrase whatever its case, marks and form of Unicode.
   *
   * @param order what to look through; documents come in this order, those with the query's own marks first
   * @param limit so many hits of a document are told, the rest are counted
   * @returns documents that have it; none for a query below {@link leastQuery}
   */
  search(query: string, order: readonly DocumentVersionId[], limit: number): readonly DocumentHits[] {
    const phrase = this.#phraseOf(query);
    if (phrase.folded.length < leastQuery) return [];
    const found = order.flatMap((versionId) => {
      const pages = this.#documents.get(versionId);
      const hits = pages === undefined ? null : hitsIn(pages, phrase, limit);
      return hits === null || hits.total === 0 ? [] : [{ versionId, ...hits }];
    });
    const isExact = ({ hits }: DocumentHits): boolean => hits[0]?.isExact ?? false;
    return [...found.filter(isExact), ...found.filter((hits) => !isExact(hits))];
  }

  #phraseOf(query: string): Phrase {
    const { shown, folded } = this.#fold(query);
    const key = hasMarks(shown) ? markKey(shown) : null;
    const known = new Map<string, boolean>();
    return {
      folded,
      isMarked: key !== null,
      hasTheseMarks(text) {
        if (key === null) return false;
        const before = known.get(text);
        if (before !== undefined) return before;
        const same = markKey(text) === key;
        known.set(text, same);
        return same;
      },
    };
  }
}

interface Phrase {
  readonly folded: string;
  readonly isMarked: boolean;
  hasTheseMarks(text: string): boolean;
}

interface Place {
  readonly page: number;
  readonly begin: number;
  readonly end: number;
}

function hitsIn(
  pages: readonly FoldedText[],
  phrase: Phrase,
  limit: number,
): Omit<DocumentHits, 'versionId'> {
  // From the best to the last: the query's own marks or not, at the beginning of a word or not.
  const ranks: readonly Place[][] = [[], [], [], []];
  let total = 0;
  for (const [index, page] of pages.entries()) {
    for (let at = page.folded.indexOf(phrase.folded); at >= 0;) {
      const next = at + phrase.folded.length;
      const begin = placeIn(page, at);
      const end = placeIn(page, next);
      const isMarked = phrase.hasTheseMarks(page.shown.slice(begin, end).trim());
      const rank = (isMarked ? 0 : 2) + (beginsWord(page.folded, at) ? 0 : 1);
      const places = ranks[rank];
      if (places !== undefined && places.length < limit) places.push({ page: index, begin, end });
      total += 1;
      // Hits do not overlap, but one with other marks may not hide one that begins inside it with the right ones.
      at = page.folded.indexOf(phrase.folded, phrase.isMarked && !isMarked ? at + 1 : next);
    }
  }
  const places = ranks.flatMap((rank, at) => rank.map((place) => ({ ...place, isExact: at < 2 })));
  return { total, hits: places.slice(0, limit).map((place) => hitAt(pages, place)) };
}

function hitAt(pages: readonly FoldedText[], place: Place & { readonly isExact: boolean }): SearchHit {
  const text = pages[place.page]?.shown ?? '';
  return { page: place.page + 1, isExact: place.isExact, ...excerptOf(text, place.begin, place.end) };
}

function beginsWord(folded: string, at: number): boolean {
  if (at === 0) return true;
  const before = folded.charCodeAt(at - 1);
  const isDigit = before >= 48 && before <= 57;
  const isLetter = (before >= 97 && before <= 122) || before > 0xbf;
  return !isDigit && !isLetter;
}
