import type { Run } from './pdf-document.ts';
import { numbersPerWord, wordMarks, type PageText } from './frame/frame-messages.ts';

/** Words laid in one go; more of them would keep a pen waiting. */
const atOnce = 250;

/**
 * Lays the words of a page into a container that lies over its drawing. Each is an element placed by shares of the
 * page; its height follows the container's `--total-scale-factor`, in CSS pixels per point. Lines end in `br`, so that
 * what is copied is broken as on the page.
 */
export function layText(text: Promise<PageText>, container: HTMLElement, pause: () => Promise<void>): Run {
  let isOver = false;
  const done = (async () => {
    const { words, places } = await text;
    for (let from = 0; from < words.length && !isOver; from += atOnce) {
      const part = document.createDocumentFragment();
      for (let at = from; at < Math.min(words.length, from + atOnce); at += 1) {
        const numbers = places.subarray(at * numbersPerWord, (at + 1) * numbersPerWord);
        part.append(...elementsOf(words[at] ?? '', numbers));
      }
      container.append(part);
      // oxlint-disable-next-line no-await-in-loop
      if (from + atOnce < words.length) await pause();
    }
  })();
  return { done, cancel: () => void (isOver = true) };
}

function elementsOf(
  word: string,
  [left = 0, top = 0, height = 0, stretch = 1, angle = 0, marks = 0]: Float32Array,
) {
  const elements: HTMLElement[] = [];
  if (word !== '') {
    const span = document.createElement('span');
    span.role = 'presentation';
    span.dir = 'ltr';
    span.textContent = word;
    const { style } = span;
    style.left = `${(left * 100).toFixed(2)}%`;
    style.top = `${(top * 100).toFixed(2)}%`;
    style.fontFamily =
      marks & wordMarks.isMono ? 'monospace' : marks & wordMarks.isSerif ? 'serif' : 'sans-serif';
    style.setProperty('--font-height', `${height.toFixed(2)}px`);
    if (stretch !== 1) style.setProperty('--scale-x', stretch.toFixed(3));
    if (angle !== 0) style.setProperty('--rotate', `${angle.toFixed(4)}rad`);
    elements.push(span);
  }
  if (marks & wordMarks.endsLine) {
    const end = document.createElement('br');
    end.role = 'presentation';
    elements.push(end);
  }
  return elements;
}
