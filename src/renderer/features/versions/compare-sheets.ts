import {
  changedRegions,
  grayOf,
  type GrayPicture,
  type PageRegion,
} from '../../../shared/domain/versions/picture-difference.ts';
import { wordDifference } from '../../../shared/domain/versions/word-difference.ts';
import type { DrawnSheet } from '../../view/drawn-sheet.ts';

/** Where two pages differ, and in how many places. */
export interface SheetDifference {
  readonly old: readonly PageRegion[];
  readonly now: readonly PageRegion[];
  readonly places: number;
}

/** Width at which pictures are compared, in pixels: about 96 dpi on A4. */
const comparedWidth = 794;

/** Compares two pages on the screen: by their words, and where these are the same or there are none, by their looks. */
export function compareSheets(old: DrawnSheet, now: DrawnSheet): SheetDifference {
  const [oldWords, nowWords] = [wordsOf(old.text), wordsOf(now.text)];
  const marks = wordDifference(
    oldWords.map(({ text }) => text),
    nowWords.map(({ text }) => text),
  );
  const places = Math.max(runs(marks.old), runs(marks.now));
  if (places > 0) {
    return {
      old: regionsOf(oldWords, marks.old, old.paper),
      now: regionsOf(nowWords, marks.now, now.paper),
      places,
    };
  }
  const [oldPicture, nowPicture] = [pictureOf(old.canvas), pictureOf(now.canvas)];
  const regions =
    oldPicture === null || nowPicture === null ? [] : joined(changedRegions(oldPicture, nowPicture));
  return { old: regions, now: regions, places: regions.length };
}

/** A word with the pieces of text nodes that it is made of. */
interface SheetWord {
  readonly text: string;
  readonly pieces: readonly { readonly node: Text; readonly from: number; readonly to: number }[];
}

/** Words end at spaces and at the ends of lines, not where the file happens to begin a new run of glyphs. */
function wordsOf(layer: HTMLElement): readonly SheetWord[] {
  const words: SheetWord[] = [];
  let open: SheetWord | null = null;
  const close = (): void => {
    if (open !== null) words.push(open);
    open = null;
  };
  const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof HTMLBRElement) close();
    if (!(node instanceof Text)) continue;
    for (const { 0: run, index: from } of node.data.matchAll(/\s+|\S+/gu)) {
      if (/\s/u.test(run)) close();
      else {
        const before: SheetWord = open ?? { text: '', pieces: [] };
        const piece = { node, from, to: from + run.length };
        open = { text: before.text + run, pieces: [...before.pieces, piece] };
      }
    }
  }
  close();
  return words;
}

function runs(marks: readonly boolean[]): number {
  return marks.filter((isMarked, at) => isMarked && marks[at - 1] !== true).length;
}

function regionsOf(words: readonly SheetWord[], marks: readonly boolean[], paper: HTMLElement): PageRegion[] {
  const box = paper.getBoundingClientRect();
  return words
    .filter((_, at) => marks[at] === true)
    .flatMap(({ pieces }) => pieces)
    .flatMap(({ node, from, to }) => {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      return [...range.getClientRects()];
    })
    .map(({ left, top, width, height }) => ({
      left: (left - box.left) / box.width,
      top: (top - box.top) / box.height,
      width: width / box.width,
      height: height / box.height,
    }));
}

/** A canvas with pixels handed over to it cannot be read, but drawn. */
function pictureOf(canvas: HTMLCanvasElement): GrayPicture | null {
  const [width, height] = [comparedWidth, Math.round((comparedWidth * canvas.height) / canvas.width)];
  const copy = document.createElement('canvas');
  copy.width = width;
  copy.height = height;
  const context = copy.getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.drawImage(canvas, 0, 0, width, height);
  return grayOf(context.getImageData(0, 0, width, height).data, width, height);
}

/** Regions that touch become one. */
function joined(regions: readonly PageRegion[]): PageRegion[] {
  const groups: PageRegion[] = [];
  for (const region of regions) {
    const near = groups.findIndex((group) => touches(group, region));
    const group = groups[near];
    if (group === undefined) groups.push(region);
    else groups[near] = around(group, region);
  }
  return groups.length === regions.length ? groups : joined(groups);
}

function touches(a: PageRegion, b: PageRegion): boolean {
  const slack = 0.005;
  return (
    a.left <= b.left + b.width + slack &&
    b.left <= a.left + a.width + slack &&
    a.top <= b.top + b.height + slack &&
    b.top <= a.top + a.height + slack
  );
}

function around(a: PageRegion, b: PageRegion): PageRegion {
  const [left, top] = [Math.min(a.left, b.left), Math.min(a.top, b.top)];
  const right = Math.max(a.left + a.width, b.left + b.width);
  const bottom = Math.max(a.top + a.height, b.top + b.height);
  return { left, top, width: right - left, height: bottom - top };
}
