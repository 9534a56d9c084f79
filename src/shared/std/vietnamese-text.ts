/**
 * Folds Vietnamese text for searching: NFC or NFD in, lower case without marks out ("Nghị quyết" → "nghi quyet").
 * `đ` has no decomposition in Unicode and is folded by hand.
 */
export function foldMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .normalize('NFC')
    .toLowerCase();
}

/** The given name, which comes last in a Vietnamese full name ("Trần Văn Minh" → "Minh"). */
export function givenName(fullName: string): string {
  return fullName.trim().split(/\s+/).at(-1) ?? '';
}

const alphabet = new Intl.Collator('vi', { sensitivity: 'variant' });

/** Orders full names as Vietnamese lists do: by given name, then by the whole name. For `Array.prototype.sort`. */
export function compareByGivenName(a: string, b: string): number {
  const left = a.normalize('NFC');
  const right = b.normalize('NFC');
  return alphabet.compare(givenName(left), givenName(right)) || alphabet.compare(left, right);
}
