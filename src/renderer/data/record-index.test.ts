import { describe, expect, it } from 'vitest';
import { RecordIndex, type StoredRecord } from './record-index.ts';

const stored = (key: string, body: unknown): StoredRecord => ({ key, toJSON: () => ({ body }) });

describe('the index of records', () => {
  it('says whether a kind has been read, even when it holds nothing', () => {
    const index = new RecordIndex();
    expect(index.of('vote').get().read).toBe(false);
    index.show([]);
    expect(index.of('vote').get()).toMatchObject({ read: true, list: [] });
  });

  it('files each record under its kind and its id, which may contain a slash', () => {
    const index = new RecordIndex();
    const one = { id: 'v/1' };
    index.show([stored('vote/v/1', one), stored('~replica', {})]);
    expect(index.of('vote').get().byId.get('v/1')).toBe(one);
    expect(index.of('tally').get().list).toEqual([]);
  });

  it('shows what changed together before it tells anybody', () => {
    const index = new RecordIndex();
    const vote = stored('vote/v1', 'open');
    index.show([vote]);
    const seen: unknown[] = [];
    for (const kind of ['vote', 'tally'] as const) {
      index
        .of(kind)
        .subscribe(() => seen.push([index.of('vote').get().list[0], index.of('tally').get().list[0]]));
    }
    index.show([stored('tally/v1', 12), stored('vote/v1', 'announced')]);
    expect(seen).toEqual([
      ['announced', 12],
      ['announced', 12],
    ]);
  });

  it('leaves kinds alone in which nothing changed', () => {
    const index = new RecordIndex();
    const person = stored('person/p1', {});
    index.show([person]);
    const before = index.of('person').get();
    index.show([person, stored('vote/v1', {})]);
    expect(index.of('person').get()).toBe(before);
  });
});
