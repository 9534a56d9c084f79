/** Longest stretch, in pairs of words, that is compared word by word. */
const mostPairs = 9_000_000;

/** Which words of two texts are not in the other, in their order; as many answers as there are words. */
export interface WordDifference {
  readonly old: readonly boolean[];
  readonly now: readonly boolean[];
}

/**
 * Finds the words that were taken out of a page and those that were put in. Words are compared in NFC; what comes
 * before the first and after the last difference costs nothing. Two stretches too long to compare differ throughout.
 */
export function wordDifference(oldWords: readonly string[], newWords: readonly string[]): WordDifference {
  const old = oldWords.map((word) => word.normalize('NFC'));
  const now = newWords.map((word) => word.normalize('NFC'));
  let first = 0;
  while (first < old.length && first < now.length && old[first] === now[first]) first += 1;
  let [oldEnd, nowEnd] = [old.length, now.length];
  while (oldEnd > first && nowEnd > first && old[oldEnd - 1] === now[nowEnd - 1]) {
    oldEnd -= 1;
    nowEnd -= 1;
  }
  const isCommon = commonWords(old.slice(first, oldEnd), now.slice(first, nowEnd));
  const within = (words: readonly string[], end: number, common: readonly boolean[]): boolean[] =>
    words.map((_, at) => at >= first && at < end && common[at - first] !== true);
  return { old: within(old, oldEnd, isCommon.old), now: within(now, nowEnd, isCommon.now) };
}

/** The longest run of words that both have, marked in each. */
function commonWords(old: readonly string[], now: readonly string[]): WordDifference {
  const marks = { old: old.map(() => false), now: now.map(() => false) };
  if (old.length * now.length > mostPairs) return marks;
  const width = now.length + 1;
  const longest = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      longest[at] =
        old[i] === now[j]
          ? (longest[at + width + 1] ?? 0) + 1
          : Math.max(longest[at + 1] ?? 0, longest[at + width] ?? 0);
    }
  }
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    const at = i * width + j;
    if (old[i] === now[j]) {
      marks.old[i] = true;
      marks.now[j] = true;
      i += 1;
      j += 1;
    } else if ((longest[at + width] ?? 0) >= (longest[at + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return marks;
}
