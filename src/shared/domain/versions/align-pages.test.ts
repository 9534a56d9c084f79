import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignPages } from './align-pages.ts';

/** Pages by their keys; "b" and "b2" are alike, since their first letter is the same. */
function align(old: string, now: string): (number | null)[] {
  const pages = { old: old.split(' ').filter(Boolean), now: now.split(' ').filter(Boolean) };
  const likeness = (a: number, b: number): number => (pages.old[a]?.[0] === pages.now[b]?.[0] ? 0.7 : 0);
  return alignPages({ ...pages, likeness });
}

describe('[DOC-2] the alignment of two texts', () => {
  it.each([
    ['the same text', 'a b c', 'a b c', [0, 1, 2]],
    ['a page put in', 'a b c', 'a x b c', [0, null, 1, 2]],
    ['a page taken out', 'a b c', 'a c', [0, 2]],
    ['a page changed', 'a b c', 'a b2 c', [0, 1, 2]],
    ['a page changed beside one put in', 'a b c', 'a x b2 c', [0, null, 1, 2]],
    ['a page moved', 'a b c d', 'a c d b', [0, 2, 3, 1]],
    ['a page moved and changed', 'a b c d', 'a c d b2', [0, 2, 3, 1]],
    ['a page written anew in its place', 'a b c', 'a x c', [0, 1, 2]],
    ['two pages in the place of one', 'a b c', 'a x y c', [0, null, null, 2]],
    ['blank pages between others', 'a - b - c', 'a - x - b - c', [0, 1, null, null, 2, 3, 4]],
    ['nothing in common', 'a b', 'x y z', [null, null, null]],
    ['no pages before', '', 'a', [null]],
  ])('%s', (_, old, now, found) => {
    expect(align(old, now)).toEqual(found);
  });

  it('uses no page twice, and finds every page of its own that is there once', () => {
    const texts = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { maxLength: 12 });
    fc.assert(
      fc.property(texts, texts, (old, now) => {
        const found = alignPages({ old, now, likeness: () => 0 });
        const used = found.filter((at) => at !== null);
        expect(new Set(used).size).toBe(used.length);
        const isOnce = (key: string): boolean =>
          [old, now].every((text) => text.filter((one) => one === key).length === 1);
        const missed = now.filter((key, index) => isOnce(key) && found[index] !== old.indexOf(key));
        expect(missed).toEqual([]);
      }),
    );
  });

  it('asks only about the pages that changed, however long the texts are', () => {
    const old = Array.from({ length: 5000 }, (_, index) => `page ${index}`);
    const now = old.with(2500, 'written anew').toSpliced(100, 0, 'put in');
    let asked = 0;
    const likeness = (): number => ((asked += 1), 0.5);
    const found = alignPages({ old, now, likeness });
    expect(found[100]).toBeNull();
    expect(found[2501]).toBe(2500);
    expect(found[4999]).toBe(4998);
    expect(asked).toBeLessThan(10);
  });
});
