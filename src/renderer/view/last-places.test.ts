import { describe, expect, it } from 'vitest';
import { documentVersionId } from '../../shared/records/ids.ts';
import { createLastPlaces } from './last-places.ts';

const version = (id: string) => documentVersionId.parse(id);

function memoryOf(kept: unknown) {
  const memory = { kept, read: () => memory.kept, write: (places: unknown) => void (memory.kept = places) };
  return memory;
}

describe('the last place in each document', () => {
  it('is there after a restart of the terminal', () => {
    const memory = memoryOf(null);
    createLastPlaces(memory).keep(version('draft'), { page: 12, fraction: 0.25 });
    const again = createLastPlaces(memoryOf(JSON.parse(JSON.stringify(memory.kept))));
    expect(again.placeOf(version('draft'))).toEqual({ page: 12, fraction: 0.25 });
    expect(again.placeOf(version('report'))).toBeNull();
  });

  it('is of the documents read last', () => {
    const places = createLastPlaces(memoryOf(null));
    for (let at = 0; at <= 300; at += 1) places.keep(version(`v${at}`), { page: 1, fraction: 0 });
    expect(places.placeOf(version('v0'))).toBeNull();
    expect(places.placeOf(version('v300'))).not.toBeNull();
  });

  it.each([
    [null],
    ['text'],
    [[['a', { page: 0, fraction: 0 }], ['b'], 3, ['c', { page: 2, fraction: null }]]],
  ])('leaves out what makes no sense: %j', (kept) => {
    const places = createLastPlaces(memoryOf(kept));
    expect(['a', 'b', 'c'].map((id) => places.placeOf(version(id)))).toEqual([null, null, null]);
  });
});
