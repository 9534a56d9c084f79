import type { Sentence } from '../../shared/refusals/refusal.ts';

/** An element with a class (none if it is empty) and what it holds. */
export function element(
  name: string,
  className: string,
  ...children: readonly (Node | string)[]
): HTMLElement {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...children);
  return made;
}

/** A sentence in Vietnamese and, smaller, in English. */
export function inBoth({ vi, en }: Sentence, name: 'span' | 'p' = 'span'): readonly HTMLElement[] {
  const english = element(name, 'english', en);
  english.lang = 'en';
  return [element(name, '', vi), english];
}
