import { alignPages } from '../../../shared/domain/versions/align-pages.ts';
import {
  looksSame,
  pictureLikeness,
  type GrayPicture,
} from '../../../shared/domain/versions/picture-difference.ts';
import type { PageOrigin } from '../../../shared/records/replacement.ts';

/** What a page says and how it is drawn, found without drawing it. */
export interface PageSketch {
  /** Its words in reading order, in NFC, with single spaces. */
  readonly text: string;
  /** Stands for everything that is drawn but what is in pictures; equal only if it is drawn the same. */
  readonly drawing: string;
  readonly hasPictures: boolean;
}

/** A text whose pages can be looked at. Pages count from 1. */
export interface PageReader {
  readonly pages: number;
  sketch(page: number): Promise<PageSketch>;
  /** The page drawn small, always the same for the same page. */
  picture(page: number): Promise<GrayPicture>;
  /** Stands for the exact pixels. */
  digest(picture: GrayPicture): string;
}

/** From this many letters on, the words of a page tell it from all others without its pictures. */
const tellingLetters = 40;

interface KnownPage extends PageSketch {
  readonly key: string;
  /** Only of pages with pictures and hardly a word. */
  readonly picture: GrayPicture | null;
}

/**
 * Finds where every page of a text comes from in the one before. Words first; a page is drawn only where words cannot
 * tell: a scan, or pages with the same words that are drawn differently or hold pictures.
 *
 * @param onProvisional told once what the words alone say; there a page that would have to be drawn counts as changed
 */
export async function comparePages(
  old: PageReader,
  now: PageReader,
  onProvisional: (pages: PageOrigin[]) => void = () => undefined,
): Promise<PageOrigin[]> {
  const olds = await allPages(old);
  const nows = await allPages(now);
  const bags = [olds, nows].map((pages) => pages.map(() => null as ReadonlyMap<string, number> | null));
  const bagOf = (side: 0 | 1, at: number): ReadonlyMap<string, number> => {
    const known = bags[side]?.[at];
    if (known) return known;
    const bag = countWords((side === 0 ? olds : nows)[at]?.text ?? '');
    bags[side]?.splice(at, 1, bag);
    return bag;
  };
  const found = alignPages({
    old: olds.map(({ key }) => key),
    now: nows.map(({ key }) => key),
    likeness(a, b) {
      const [first, second] = [olds[a]?.picture ?? null, nows[b]?.picture ?? null];
      if (first !== null && second !== null) return strict(pictureLikeness(first, second));
      return first === null && second === null ? shareOfWords(bagOf(0, a), bagOf(1, b)) : 0;
    },
  });
  const certain = nows.map((page, index) => verdictOn(olds[found[index] ?? -1], page));
  const originsWith = (isSame: (index: number) => boolean): PageOrigin[] =>
    found.map((at, index) => ({ from: at === null ? null : at + 1, changed: !isSame(index) }));
  onProvisional(originsWith((index) => certain[index] === 'same'));
  const drawn = new Set<number>();
  for (const [index, at] of found.entries()) {
    if (at === null || certain[index] !== 'draw') continue;
    if (looksSame(await old.picture(at + 1), await now.picture(index + 1))) drawn.add(index);
  }
  return originsWith((index) => certain[index] === 'same' || drawn.has(index));
}

async function allPages(reader: PageReader): Promise<KnownPage[]> {
  const pages: KnownPage[] = [];
  for (let page = 1; page <= reader.pages; page += 1) {
    const sketch = await reader.sketch(page);
    const isTelling = sketch.text.length >= tellingLetters;
    const picture = sketch.hasPictures && !isTelling ? await reader.picture(page) : null;
    const look = picture === null ? '' : reader.digest(picture);
    pages.push({ ...sketch, picture, key: `${sketch.text}\n${sketch.drawing}\n${look}` });
  }
  return pages;
}

/** `draw`: only the drawn pages can tell. */
function verdictOn(old: KnownPage | undefined, now: KnownPage): 'same' | 'changed' | 'draw' {
  if (old === undefined || old.text !== now.text) return 'changed';
  const isSettled = !now.hasPictures || now.picture !== null;
  return old.key === now.key && isSettled ? 'same' : 'draw';
}

/** Two pages of text are alike by half already, seen from afar. */
function strict(likeness: number): number {
  return Math.max(0, (likeness - 0.5) * 2);
}

function countWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.split(' ')) if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Words that two pages have in common, of all that they have. */
function shareOfWords(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let [common, all] = [0, 0];
  for (const [word, count] of a) {
    all += count;
    common += Math.min(count, b.get(word) ?? 0);
  }
  for (const count of b.values()) all += count;
  return all === 0 ? 1 : (2 * common) / all;
}
