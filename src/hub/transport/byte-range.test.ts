import { describe, expect, it } from 'vitest';
import { parseRange } from './byte-range.ts';

const part = (begin: number, end: number): object => ({ kind: 'part', begin, end });

describe('a byte range', () => {
  it.each([
    ['bytes=0-99', part(0, 100)],
    ['bytes=0-0', part(0, 1)],
    ['bytes=900-', part(900, 1000)],
    ['bytes=900-5000', part(900, 1000)],
    ['bytes=-100', part(900, 1000)],
    ['bytes=-5000', part(0, 1000)],
    ['bytes=1000-', { kind: 'unsatisfiable' }],
    ['bytes=-0', { kind: 'unsatisfiable' }],
    ['bytes=5-4', { kind: 'whole' }],
    ['bytes=0-1,5-6', { kind: 'whole' }],
    ['bytes=-', { kind: 'whole' }],
    ['bytes=a-b', { kind: 'whole' }],
    ['lines=0-5', { kind: 'whole' }],
    [undefined, { kind: 'whole' }],
  ])('%s of 1000 bytes', (header, expected) => {
    expect(parseRange(header, 1000)).toEqual(expected);
  });

  it('of nothing is not there', () => {
    expect(parseRange('bytes=0-', 0)).toEqual({ kind: 'unsatisfiable' });
    expect(parseRange('bytes=-5', 0)).toEqual({ kind: 'unsatisfiable' });
  });
});
