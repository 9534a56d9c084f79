import { describe, expect, it } from 'vitest';
import { DocumentFind } from './document-find.ts';

function findIn(texts: readonly string[]) {
  const asked: number[] = [];
  const find = new DocumentFind({
    pages: texts.length,
    textOf: (page) => {
      asked.push(page);
      return Promise.resolve(texts[page - 1] ?? '');
    },
  });
  return { find, asked };
}

describe('finding in a document', () => {
  it('counts every hit in the order of the pages, the first being the one from where one reads', async () => {
    const { find } = findIn(['Nghị quyết', 'không', 'nghị quyết và NGHỊ QUYẾT']);
    await find.look('nghi quyet', 2);
    const { hits, current, isSearching } = find.finding.get();
    expect(hits).toEqual([
      { page: 1, index: 0 },
      { page: 3, index: 0 },
      { page: 3, index: 1 },
    ]);
    expect([current, isSearching]).toEqual([1, false]);
  });

  it('steps to the next and the previous hit, round at the ends', async () => {
    const { find } = findIn(['một', 'một']);
    await find.look('mot', 1);
    expect(find.step(1)).toEqual({ page: 2, index: 0 });
    expect(find.step(1)).toEqual({ page: 1, index: 0 });
    expect(find.step(-1)).toEqual({ page: 2, index: 0 });
  });

  it('reads each page once, and a search that was left changes nothing any more', async () => {
    const { find, asked } = findIn(Array.from({ length: 30 }, () => 'hai ba'));
    const left = find.look('hai', 1);
    await find.look('ba', 1);
    await left;
    expect(find.finding.get().phrase).toBe('ba');
    expect(find.finding.get().hits).toHaveLength(30);
    expect(asked).toHaveLength(30);
  });

  it('names each search, with what was typed for it, so that the same words again are another wish', async () => {
    const { find } = findIn(['Nghị quyết']);
    await find.look('Nghi quyet ', 1);
    const first = find.finding.get();
    expect(first.typed).toBe('Nghi quyet ');
    await find.look('Nghi quyet ', 1);
    expect(find.finding.get().search).toBeGreaterThan(first.search);
    find.stop();
    expect(find.finding.get()).toMatchObject({ typed: '', phrase: '', hits: [] });
  });

  it('has nothing to find in a picture of a page', async () => {
    const { find } = findIn(['', '']);
    await find.look('gì', 1);
    expect(find.finding.get()).toMatchObject({ hits: [], isSearching: false });
    expect(find.step(1)).toBeNull();
  });
});
