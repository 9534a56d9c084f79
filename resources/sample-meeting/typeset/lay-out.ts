/**
 * Lays blocks out on pages. A page is a list of marks: what to draw and where; so the number of pages is known, and a
 * paper can be fitted to it, before anything is drawn.
 */
import type { Block, DrawingBlock, TextBlock } from './blocks.ts';
import type { Canvas } from './canvas.ts';
import type { Faces } from './faces.ts';
import { layOutTable } from './lay-out-table.ts';
import { breakLines, toWords, type Line } from './text-lines.ts';

export interface PageSize {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const millimetre = 72 / 25.4;
const [short, long] = [210 * millimetre, 297 * millimetre];

/** A4 with the margins of the rules for office papers: top and bottom 20 mm, left 30 mm, right 20 mm. */
export const upright: PageSize = {
  width: short,
  height: long,
  top: 20 * millimetre,
  bottom: 20 * millimetre,
  left: 30 * millimetre,
  right: 20 * millimetre,
};
export const lying: PageSize = {
  ...upright,
  width: long,
  height: short,
  left: 20 * millimetre,
  right: 20 * millimetre,
};

export type Mark = (canvas: Canvas) => void;
export type Page = readonly Mark[];

/** Where the next block goes. */
export interface Flow {
  readonly size: PageSize;
  readonly faces: Faces;
  readonly width: number;
  /** From the top of the page. */
  y: number;
  /** Height left on the page. */
  room(): number;
  isAtTop(): boolean;
  mark(mark: Mark): void;
  nextPage(): void;
}

/** Lays out `blocks`, leaving out those whose rank is `richness` or more. */
export function layOut(
  blocks: readonly Block[],
  size: PageSize,
  faces: Faces,
  richness = Number.POSITIVE_INFINITY,
): Page[] {
  const pages: Mark[][] = [[]];
  const flow: Flow = {
    size,
    faces,
    width: size.width - size.left - size.right,
    y: size.top,
    room: () => size.height - size.bottom - flow.y,
    isAtTop: () => flow.y <= size.top,
    mark: (mark) => void pages.at(-1)?.push(mark),
    nextPage: () => {
      pages.push([]);
      flow.y = size.top;
    },
  };
  const kept = numberClauses(blocks.filter((block) => !('rank' in block) || (block.rank ?? 0) < richness));
  kept.forEach((block, index) => {
    if (block.kind === 'text') placeText(flow, block, heightOfNext(flow, kept, index + 1));
    else if (block.kind === 'table') layOutTable(flow, block, richness);
    else if (block.kind === 'drawing') placeDrawing(flow, block);
    else if (!flow.isAtTop()) flow.nextPage();
  });
  return pages.filter((page, index) => index === 0 || page.length > 0);
}

/** Gives a paragraph that begins with "#." the number after that of the clause before it. */
function numberClauses(blocks: readonly Block[]): Block[] {
  let last = 0;
  return blocks.map((block) => {
    if (block.kind !== 'text') return block;
    const text = block.text.replace(/^#\./, `${last + 1}.`);
    last = Number(/^(\d+)\. /.exec(text)?.[1] ?? last);
    return { ...block, text };
  });
}

/** Height that has to follow a heading on its page: the headings after it and the first lines of the text. */
function heightOfNext(flow: Flow, blocks: readonly Block[], index: number): number {
  const next = blocks[index];
  if (!next || next.kind === 'page-break') return 0;
  if (next.kind === 'drawing') return next.before + next.height;
  if (next.kind === 'table') return 90;
  const lines = linesOf(flow, next);
  const shown = next.style.keepNext ? lines.length : Math.min(2, lines.length);
  const own = next.style.before + shown * next.style.leading;
  return next.style.keepNext ? own + next.style.after + heightOfNext(flow, blocks, index + 1) : own;
}

function linesOf(flow: Flow, { text, style }: TextBlock): Line[] {
  const width = flow.width - style.left - style.right;
  return breakLines(toWords(text, flow.faces, style.face), style.size, width, style.firstIndent);
}

function placeText(flow: Flow, block: TextBlock, following: number): void {
  const { style } = block;
  const lines = linesOf(flow, block);
  const needed = style.keepNext
    ? lines.length * style.leading + style.after + following
    : Math.min(2, lines.length) * style.leading;
  if (!flow.isAtTop()) flow.y += style.before;
  if (flow.room() < needed && !flow.isAtTop()) flow.nextPage();
  lines.forEach((line, index) => {
    const isLastButOne = index === lines.length - 2 && lines.length > 2;
    if (flow.room() < style.leading * (isLastButOne ? 2 : 1) - 0.01) flow.nextPage();
    const indent = index === 0 ? style.firstIndent : 0;
    const at = {
      x: flow.size.left + style.left + indent,
      y: flow.y + (style.leading - style.size) / 2 + style.size * 0.82,
      room: flow.width - style.left - style.right - indent,
      size: style.size,
      align: style.align,
    };
    flow.mark((canvas) => canvas.line(line, at));
    flow.y += style.leading;
  });
  flow.y += style.after;
}

function placeDrawing(flow: Flow, block: DrawingBlock): void {
  if (flow.room() < block.before + block.height && !flow.isAtTop()) flow.nextPage();
  if (!flow.isAtTop()) flow.y += block.before;
  const at = { x: flow.size.left, y: flow.y, width: flow.width };
  flow.mark((canvas) => block.draw(canvas, at));
  flow.y += block.height;
}

/**
 * Finds how many of the optional blocks make the paper `pages` pages long, and lays it out. Of the numbers that do, it
 * takes the middle one, so that the last page is neither nearly empty nor full to the brim.
 */
export function fitToPages(blocks: readonly Block[], size: PageSize, faces: Faces, pages: number): Page[] {
  const most = 1 + Math.max(0, ...blocks.flatMap(ranksOf));
  const lengthWith = (richness: number): number => layOut(blocks, size, faces, richness).length;
  const low = firstWhere(most, (richness) => lengthWith(richness) >= pages);
  const high = firstWhere(most, (richness) => lengthWith(richness) > pages);
  const laid = layOut(blocks, size, faces, Math.floor((low + high) / 2));
  if (laid.length !== pages) {
    throw new Error(
      `the paper can have ${lengthWith(0)} to ${lengthWith(most)} pages, not ${pages} (found ${laid.length})`,
    );
  }
  return laid;
}

function ranksOf(block: Block): readonly number[] {
  if (block.kind === 'table') return block.rows.flatMap((row) => row.rank ?? []);
  return 'rank' in block && block.rank !== undefined ? [block.rank] : [];
}

/** The least number up to `most` that passes, by halving: adding text never makes a paper shorter. */
function firstWhere(most: number, passes: (value: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
