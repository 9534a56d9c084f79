import type { Face, FaceName, Faces } from './faces.ts';

/** A stretch of one word in one face. */
export interface Piece {
  readonly face: Face;
  readonly text: string;
}

export type Word = readonly Piece[];

/** A line of words, broken to a width; `space` is the width of each gap in points. */
export interface Line {
  readonly words: readonly Word[];
  readonly width: number;
  /** True for the last line of its paragraph, which is never stretched. */
  readonly isLast: boolean;
}

/** Splits text with `<b>` and `<i>` marks into words of pieces. */
export function toWords(text: string, faces: Faces, base: FaceName): Word[] {
  const words: Piece[][] = [[]];
  let bold = base === 'bold' || base === 'boldItalic';
  let italic = base === 'italic' || base === 'boldItalic';
  for (const part of text.normalize('NFC').split(/(<\/?[bi]>)/)) {
    if (/^<\/?b>$/.test(part)) bold = part === '<b>';
    else if (/^<\/?i>$/.test(part)) italic = part === '<i>';
    else {
      const face = faces[bold ? (italic ? 'boldItalic' : 'bold') : italic ? 'italic' : 'regular'];
      part.split(/ +/).forEach((word, index) => {
        if (index > 0) words.push([]);
        if (word !== '') words.at(-1)?.push({ face, text: word });
      });
    }
  }
  return words.filter((word) => word.length > 0);
}

/** Breaks words into lines, as many words to each as fit. Widths in points. */
export function breakLines(words: readonly Word[], size: number, width: number, firstIndent: number): Line[] {
  const lines: Line[] = [];
  let line: Word[] = [];
  let used = 0;
  let room = width - firstIndent;
  for (const word of words) {
    const own = widthOfWord(word, size);
    const gap = line.length === 0 ? 0 : widthOfSpace(line, size);
    if (line.length > 0 && used + gap + own > room + 0.01) {
      lines.push({ words: line, width: used, isLast: false });
      [line, used, room] = [[word], own, width];
    } else {
      line.push(word);
      used += gap + own;
    }
  }
  if (line.length > 0) lines.push({ words: line, width: used, isLast: true });
  return lines;
}

function widthOfWord(word: Word, size: number): number {
  return word.reduce((sum, { face, text }) => sum + (face.width(text) * size) / 1000, 0);
}

/** The space after a word is set in the face of the word. */
function widthOfSpace(line: readonly Word[], size: number): number {
  const face = line.at(-1)?.at(-1)?.face;
  return face ? (face.width(' ') * size) / 1000 : 0;
}

/** The widest of some lines of text set without breaking, in points. */
export function widthOfText(text: string, faces: Faces, base: FaceName, size: number): number {
  return breakLines(toWords(text, faces, base), size, Number.POSITIVE_INFINITY, 0)[0]?.width ?? 0;
}
