import type { Stop } from '../../../../shared/std/signal.ts';
import { findAll } from './find-in-text.ts';

/** Names under which the style sheet finds the marks of hits. */
const allHits = 'find-hits';
const currentHit = 'find-current';

/**
 * Marks every place of a phrase in the words of a page, and the `current`-th of them (from 0) more strongly. Takes the
 * marks away when stopped. Views beside each other share the two names, each with its own marks.
 *
 * @param onCurrent told the element in which the `current`-th begins
 */
export function markHits(
  words: HTMLElement,
  phrase: string,
  current: number | null,
  onCurrent: (element: Element) => void,
): Stop {
  if (typeof Highlight === 'undefined') return () => undefined;
  const ranges = rangesOf(words, phrase);
  const all = registered(allHits, 0);
  const chosen = registered(currentHit, 1);
  for (const range of ranges) all.add(range);
  const own = current === null ? undefined : ranges[current];
  if (own !== undefined) {
    chosen.add(own);
    if (own.startContainer.parentElement !== null) onCurrent(own.startContainer.parentElement);
  }
  return () => {
    for (const range of ranges) all.delete(range);
    if (own !== undefined) chosen.delete(own);
  };
}

function registered(name: string, priority: number): Highlight {
  const known = CSS.highlights.get(name);
  if (known !== undefined) return known;
  const made = new Highlight();
  made.priority = priority;
  CSS.highlights.set(name, made);
  return made;
}

function rangesOf(words: HTMLElement, phrase: string): readonly Range[] {
  const { text, pieces } = textOf(words);
  return findAll(text, phrase).flatMap(({ start, end }) => {
    const first = pieceAt(pieces, start);
    const last = pieceAt(pieces, end - 1);
    if (first === undefined || last === undefined) return [];
    const range = document.createRange();
    range.setStart(first.node, start - first.start);
    range.setEnd(last.node, Math.min(end - last.start, last.node.data.length));
    return [range];
  });
}

interface Piece {
  readonly node: Text;
  readonly start: number;
}

function textOf(words: HTMLElement): { readonly text: string; readonly pieces: readonly Piece[] } {
  const pieces: Piece[] = [];
  let text = '';
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) {
      pieces.push({ node, start: text.length });
      text += node.data;
    } else if (node instanceof HTMLBRElement) {
      text += '\n';
    }
  }
  return { text, pieces };
}

function pieceAt(pieces: readonly Piece[], at: number): Piece | undefined {
  return pieces.findLast(({ start, node }) => start <= at && at < start + node.data.length);
}
