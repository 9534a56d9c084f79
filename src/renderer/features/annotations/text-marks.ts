import {
  maxExcerpt,
  type AnnotationShape,
  type PageRect,
} from '../../../shared/domain/annotations/annotation.ts';
import type { TextSelection } from '../../view/page-frame.ts';

/** The shape that marks selected words; null when nothing of them can be seen. */
export function markOf({ rects, text }: TextSelection): (AnnotationShape & { kind: 'highlight' }) | null {
  const lines = tidyRects(rects).slice(0, mostLines);
  if (lines.length === 0) return null;
  return { kind: 'highlight', rects: [...lines], excerpt: excerptFrom(text) };
}

const mostLines = 300;

/** One rectangle a line: a selection gives one for every piece of text and again for what holds the piece. */
export function tidyRects(rects: readonly PageRect[]): readonly PageRect[] {
  const lines: PageRect[] = [];
  const sorted = rects
    .filter(({ width, height }) => width > 0 && height > 0)
    .toSorted((a, b) => a.y - b.y || a.x - b.x);
  for (const rect of sorted) {
    const at = lines.findIndex((line) => isSameLine(line, rect));
    const line = lines[at];
    if (line === undefined) lines.push(rect);
    else lines[at] = around(line, rect);
  }
  return lines.map(({ x, y, width, height }) => ({
    ...{ x: tenth(x), y: tenth(y) },
    ...{ width: tenth(width), height: tenth(height) },
  }));
}

/** Most of the lower one's height beside the other, and no wider gap than a line is high. */
function isSameLine(one: PageRect, other: PageRect): boolean {
  const shared = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  const gap = Math.max(one.x, other.x) - Math.min(one.x + one.width, other.x + other.width);
  return shared > 0.6 * Math.min(one.height, other.height) && gap < Math.max(one.height, other.height);
}

function around(one: PageRect, other: PageRect): PageRect {
  const x = Math.min(one.x, other.x);
  const y = Math.min(one.y, other.y);
  const right = Math.max(one.x + one.width, other.x + other.width);
  const bottom = Math.max(one.y + one.height, other.y + other.height);
  return { x, y, width: right - x, height: bottom - y };
}

function excerptFrom(text: string): string {
  const words = text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  return words.length <= maxExcerpt ? words : `${words.slice(0, maxExcerpt - 1)}…`;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
