/** A place in a text with the words around it, to be shown as `before` **match** `after`. */
export interface Excerpt {
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

const lengthBefore = 40;
const lengthAfter = 70;

/** Cuts the words around `[begin, end)` out of `text`, at the ends of words where there are any. */
export function excerptOf(text: string, begin: number, end: number): Excerpt {
  return { before: cutBefore(text, begin), match: text.slice(begin, end), after: cutAfter(text, end) };
}

function cutBefore(text: string, end: number): string {
  if (end <= lengthBefore) return text.slice(0, end);
  const piece = text.slice(end - lengthBefore, end);
  const space = piece.indexOf(' ');
  const isWhole = space < 0 || space === piece.length - 1;
  return `…${isWhole ? withoutHalf(piece) : piece.slice(space + 1)}`;
}

function cutAfter(text: string, begin: number): string {
  if (text.length - begin <= lengthAfter) return text.slice(begin);
  const piece = text.slice(begin, begin + lengthAfter);
  const space = piece.lastIndexOf(' ');
  return `${space <= 0 ? piece.replace(/[\uD800-\uDBFF]$/, '') : piece.slice(0, space)}…`;
}

/** Without the second half of a sign that was cut in two. */
function withoutHalf(piece: string): string {
  return piece.replace(/^[\uDC00-\uDFFF]/, '');
}
