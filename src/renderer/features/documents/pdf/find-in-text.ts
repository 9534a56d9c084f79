import { foldMarks } from '../../../../shared/std/vietnamese-text.ts';

/** A stretch `[start, end)` of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text as it is searched, and where each of its letters came from. */
interface Folded {
  readonly text: string;
  /** By letter of `text`, its place in the original; one more for the end. */
  readonly places: readonly number[];
}

/** Makes a phrase ready to be searched for; empty when there is nothing to find. */
export function foldPhrase(phrase: string): string {
  return foldWithPlaces(phrase).text.trim();
}

/**
 * Finds every place of a phrase that {@link foldPhrase} has made ready, whatever case and marks the text has, composed
 * or not, and however its lines are broken.
 */
export function findAll(text: string, phrase: string): readonly Span[] {
  if (phrase === '') return [];
  const folded = foldWithPlaces(text);
  const found: Span[] = [];
  let at = folded.text.indexOf(phrase);
  while (at >= 0) {
    const end = at + phrase.length;
    found.push({ start: folded.places[at] ?? 0, end: folded.places[end] ?? text.length });
    at = folded.text.indexOf(phrase, end);
  }
  return found;
}

function foldWithPlaces(text: string): Folded {
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    const plain = /\s/.test(letter) ? ' ' : fold(letter);
    // A mark that stands after its letter folds to nothing, and a second space is none.
    if (plain !== '' && !(plain === ' ' && folded.endsWith(' '))) {
      folded += plain;
      for (let unit = 0; unit < plain.length; unit += 1) places.push(at);
    }
    at += letter.length;
  }
  places.push(at);
  return { text: folded, places };
}

function fold(letter: string): string {
  // Most letters of any text.
  return /^[a-z0-9.,;:()]$/.test(letter) ? letter : foldMarks(letter);
}
