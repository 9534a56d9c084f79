import { describe, expect, it } from 'vitest';
import { documentVersionId } from '../../records/ids.ts';
import type { PageOrigin } from '../../records/replacement.ts';
import { changesBetween, changesOf, originsSince, pageRanges } from './version-changes.ts';

const idOf = (number: number) => documentVersionId.parse(`v${number}`);
const same = (from: number): PageOrigin => ({ from, changed: false });
const changed = (from: number | null): PageOrigin => ({ from, changed: true });

/** v1 of 4 pages; v2 puts one in and changes one; v3 takes two out and changes another. */
const versions = new Map(
  [
    { id: idOf(1), pages: 4, replaces: null },
    { id: idOf(2), pages: 5, origins: [same(1), changed(null), same(2), changed(3), same(4)] },
    { id: idOf(3), pages: 3, origins: [same(2), changed(3), same(4)] },
    { id: idOf(8), pages: 3, replaces: null },
  ].map(({ origins, ...version }, index) => [
    version.id,
    {
      id: version.id,
      pages: version.pages,
      replaces: origins === undefined ? null : { versionId: idOf(index), reason: 'Sửa', pages: origins },
    },
  ]),
);

describe('[DOC-2] the changes of a version', () => {
  it('are the pages changed and put in, by their new numbers, and how many are gone', () => {
    expect(changesOf([same(1), changed(null), changed(3)], 3)).toEqual({
      changed: [3],
      added: [2],
      removed: 1,
    });
  });

  it('add up over several replacements', () => {
    expect(originsSince(idOf(1), idOf(3), versions)).toEqual([changed(null), changed(2), changed(3)]);
    expect(changesBetween(idOf(1), idOf(3), versions)).toEqual({ changed: [2, 3], added: [1], removed: 2 });
    expect(changesBetween(idOf(2), idOf(3), versions)).toEqual({ changed: [2], added: [], removed: 2 });
  });

  it('are none between a version and itself, and unknown between documents', () => {
    expect(changesBetween(idOf(2), idOf(2), versions)).toEqual({ changed: [], added: [], removed: 0 });
    expect(changesBetween(idOf(8), idOf(3), versions)).toBeNull();
    expect(changesBetween(idOf(3), idOf(1), versions)).toBeNull();
  });

  it.each([
    [[12, 13], '12, 13'],
    [[3, 4, 5, 6, 12], '3–6, 12'],
    [[1], '1'],
    [[], ''],
  ])('are written as people write pages: %j is %s', (pages, words) => {
    expect(pageRanges(pages)).toBe(words);
  });
});
