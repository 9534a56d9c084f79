/**
 * Moves the focus to the next or previous thing in `within` that can be pressed or typed into.
 *
 * @returns false when there is none on that side, and the focus stays
 */
export function stepFocus(within: HTMLElement, step: 1 | -1): boolean {
  const places = [...within.querySelectorAll<HTMLElement>('input, button:not(:disabled)')];
  const now = places.findIndex((place) => place === within.ownerDocument.activeElement);
  const next = now < 0 ? undefined : places[now + step];
  next?.focus();
  return next !== undefined;
}
