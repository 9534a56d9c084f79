import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDifference } from './word-difference.ts';

const marked = (old: string, now: string): [string, string] => {
  const [a, b] = [old.split(' '), now.split(' ')];
  const difference = wordDifference(a, b);
  const pick = (words: string[], marks: readonly boolean[]): string =>
    words.map((word, at) => (marks[at] ? `[${word}]` : word)).join(' ');
  return [pick(a, difference.old), pick(b, difference.now)];
};

describe('the words that differ', () => {
  it('are marked on either side, and nothing else is', () => {
    expect(marked('chi 5 tỷ đồng cho năm 2026', 'chi 8 tỷ đồng cho cả năm 2026')).toEqual([
      'chi [5] tỷ đồng cho năm 2026',
      'chi [8] tỷ đồng cho [cả] năm 2026',
    ]);
    expect(marked('một hai', 'một hai')).toEqual(['một hai', 'một hai']);
  });

  it('are none where only the form of accents is another', () => {
    expect(marked('nghị quyết'.normalize('NFD'), 'nghị quyết')[1]).toBe('nghị quyết');
  });

  it('leave the same text on both sides when they are taken out', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });
    fc.assert(
      fc.property(text, text, (old, now) => {
        const difference = wordDifference(old, now);
        const keptOld = old.filter((_, at) => difference.old[at] !== true);
        expect(keptOld).toEqual(now.filter((_, at) => difference.now[at] !== true));
      }),
    );
  });
});
