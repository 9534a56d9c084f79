/** What is known of the pages of two texts before they are set against each other. Pages are counted from 0 here. */
export interface PageKeys {
  /** Of each page what stands for all that it says and shows; equal keys mean equal pages. */
  readonly old: readonly string[];
  readonly now: readonly string[];
  /** How much two pages with different keys are alike, from 0 to 1; asked only where it matters. */
  likeness(old: number, now: number): number;
}

/** Alike enough to be one page that was changed, rather than one taken out and another put in. */
const alikeEnough = 0.35;
/** The same for a page that was changed and moved as well, where no neighbour speaks for it. */
const alikeEnoughAnywhere = 0.6;
/** Largest stretch, in pairs of pages, in which pages are compared each with each. */
const mostPairs = 160_000;

/**
 * Finds for each page of the new text the page of the old one that it takes the place of. First come pages that are
 * equal and keep their order, then equal pages that were moved, then in what is left between them the pages that are
 * most alike, then such pages anywhere, and last pages in the same place. Takes n·log n for equal pages; compares each
 * with each only inside the stretches that changed.
 *
 * @returns one index of an old page for each new page; null for a page that was put in. No old page occurs twice.
 */
export function alignPages(pages: PageKeys): (number | null)[] {
  const found: (number | null)[] = pages.now.map(() => null);
  const taken = new Set<number>();
  const pair = (old: number, now: number): void => {
    found[now] = old;
    taken.add(old);
  };
  const left = ({ olds, nows }: Gap): Gap => ({
    olds: olds.filter((old) => !taken.has(old)),
    nows: nows.filter((now) => found[now] === null),
  });
  const equal = keepingOrder(pages);
  for (const [old, now] of equal) pair(old, now);
  for (const [old, now] of uniquePairs(pages)) if (found[now] === null && !taken.has(old)) pair(old, now);
  const alike = gapsBetween(equal, pages).flatMap((gap) => mostAlike(left(gap), pages));
  for (const [old, now] of alike) pair(old, now);
  for (const [old, now] of scattered(left(everything(pages)), pages)) {
    if (!taken.has(old) && found[now] === null) pair(old, now);
  }
  const inOrder = [...equal, ...alike].toSorted(([a], [b]) => a - b);
  for (const gap of gapsBetween(inOrder, pages)) for (const [old, now] of ifEven(left(gap))) pair(old, now);
  return found;
}

type Pair = readonly [old: number, now: number];

/** Pairs of pages whose key occurs once in each text, by their place in the new one. */
function uniquePairs({ old, now }: PageKeys): Pair[] {
  const places = onlyPlaces(old);
  const wanted = onlyPlaces(now);
  return [...wanted].flatMap(([key, at]): Pair[] => {
    const from = places.get(key);
    return from === undefined ? [] : [[from, at]];
  });
}

function onlyPlaces(keys: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  const twice = new Set<string>();
  for (const [at, key] of keys.entries()) {
    if (places.has(key)) twice.add(key);
    places.set(key, at);
  }
  for (const key of twice) places.delete(key);
  return places;
}

/** The longest run of equal pages in one order, and what is equal right beside each of them. */
function keepingOrder(pages: PageKeys): Pair[] {
  const { old, now } = pages;
  const run: Pair[] = [];
  let fromOld = 0;
  let fromNow = 0;
  const ends: Pair = [old.length, now.length];
  for (const [atOld, atNow] of [...longestRising(uniquePairs(pages)), ends]) {
    while (fromOld < atOld && fromNow < atNow && old[fromOld] === now[fromNow]) {
      run.push([fromOld, fromNow]);
      fromOld += 1;
      fromNow += 1;
    }
    const before: Pair[] = [];
    let backOld = atOld - 1;
    let backNow = atNow - 1;
    while (backOld >= fromOld && backNow >= fromNow && old[backOld] === now[backNow]) {
      before.unshift([backOld, backNow]);
      backOld -= 1;
      backNow -= 1;
    }
    run.push(...before);
    if (atOld === old.length || atNow === now.length) break;
    // The pair itself, unless the run from the left has reached it already.
    if (fromOld <= atOld && fromNow <= atNow) run.push([atOld, atNow]);
    fromOld = Math.max(fromOld, atOld + 1);
    fromNow = Math.max(fromNow, atNow + 1);
  }
  return run;
}

/** The longest part of the pairs in which both places rise. */
function longestRising(pairs: readonly Pair[]): Pair[] {
  const tops: number[] = [];
  const before: number[] = [];
  for (const [at, [old]] of pairs.entries()) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] ?? 0]?.[0] ?? 0) < old) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? (tops[low - 1] ?? -1) : -1;
    tops[low] = at;
  }
  const rising: Pair[] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const one = pairs[at];
    if (one !== undefined) rising.unshift(one);
  }
  return rising;
}

interface Gap {
  readonly olds: readonly number[];
  readonly nows: readonly number[];
}

function gapsBetween(steady: readonly Pair[], { old, now }: PageKeys): Gap[] {
  const gaps: Gap[] = [];
  let fromOld = 0;
  let fromNow = 0;
  const ends: Pair = [old.length, now.length];
  for (const [atOld, atNow] of [...steady, ends]) {
    gaps.push({ olds: range(fromOld, atOld), nows: range(fromNow, atNow) });
    fromOld = atOld + 1;
    fromNow = atNow + 1;
  }
  return gaps.filter(({ olds, nows }) => olds.length > 0 && nows.length > 0);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

function everything({ old, now }: PageKeys): Gap {
  return { olds: range(0, old.length), nows: range(0, now.length) };
}

/** As many pages here as there: they were rewritten beyond recognition, each in its place. */
function ifEven({ olds, nows }: Gap): Pair[] {
  if (olds.length !== nows.length) return [];
  return olds.flatMap((old, index): Pair[] => {
    const now = nows[index];
    return now === undefined ? [] : [[old, now]];
  });
}

/** Pairs the pages of a gap in one order so that they are most alike in all. */
function mostAlike({ olds, nows }: Gap, pages: PageKeys): Pair[] {
  if (olds.length * nows.length > mostPairs) return [];
  const width = nows.length + 1;
  const best = new Float32Array((olds.length + 1) * width);
  const alike = new Float32Array(best.length);
  for (let i = olds.length - 1; i >= 0; i -= 1) {
    for (let j = nows.length - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      const share = likenessOf(pages, olds[i] ?? 0, nows[j] ?? 0);
      alike[at] = share >= alikeEnough ? share : 0;
      best[at] = Math.max(
        value(best, at + 1),
        value(best, at + width),
        alike[at] > 0 ? alike[at] + value(best, at + width + 1) : 0,
      );
    }
  }
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < olds.length && j < nows.length) {
    const at = i * width + j;
    const share = value(alike, at);
    if (share > 0 && value(best, at) === Math.fround(share + value(best, at + width + 1))) {
      pairs.push([olds[i] ?? 0, nows[j] ?? 0]);
      i += 1;
      j += 1;
    } else if (value(best, at) === value(best, at + width)) i += 1;
    else j += 1;
  }
  return pairs;
}

function value(table: Float32Array, at: number): number {
  return table[at] ?? 0;
}

function likenessOf(pages: PageKeys, old: number, now: number): number {
  return pages.old[old] === pages.now[now] ? 1 : pages.likeness(old, now);
}

/** Pages that were changed and moved: the most alike first. */
function scattered({ olds, nows }: Gap, pages: PageKeys): Pair[] {
  if (olds.length * nows.length > mostPairs) return [];
  return olds
    .flatMap((old) => nows.map((now) => ({ old, now, share: likenessOf(pages, old, now) })))
    .filter(({ share }) => share >= alikeEnoughAnywhere)
    .toSorted((a, b) => b.share - a.share)
    .map(({ old, now }): Pair => [old, now]);
}
