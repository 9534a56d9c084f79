/** The five tones of Vietnamese as combining marks: huyền, sắc, ngã, hỏi, nặng. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
const anyMark = /[\p{Mn}đĐ]/u;

/** Whether somebody who typed this meant its marks. */
export function hasMarks(text: string): boolean {
  return anyMark.test(text.normalize('NFD'));
}

/**
 * The same for texts that a Vietnamese reader takes for the same word: letter case does not count, nor where in a
 * syllable the tone is written ("hoà" and "hòa").
 */
export function markKey(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/\S+/g, (word) => word.replace(tones, '') + (word.match(tones) ?? []).join(''));
}
