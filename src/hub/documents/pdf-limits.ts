/** What a PDF may be at most. Beyond this it is refused with a sentence, never shown badly. */

/** Pages of one document. */
export const mostPages = 5000;

/** Objects of one file: a report of a thousand pages has some 20,000. */
export const mostObjects = 500_000;

/** Side of a page in points: 5.08 m, the largest of the format itself (ISO 32000-1, Annex C). */
export const longestSide = 14_400;

/** Bytes that one stream may inflate to: an A0 plan at 600 dpi in grey has 560 MB and is drawn by nobody. */
export const mostInflated = 256 * 1024 * 1024;

/** Pixels of one picture, for the same reason. */
export const mostPixels = 200_000_000;

/** Letters kept of one page, for the search. */
export const mostLetters = 100_000;
