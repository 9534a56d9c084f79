/**
 * Joins class names from CSS modules; anything falsy is left out.
 * Always a string, because the control library does not accept `undefined`.
 */
export function classes(...names: ReadonlyArray<string | false | null | undefined>): string {
  return names.filter(Boolean).join(' ');
}
