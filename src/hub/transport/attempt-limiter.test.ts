import { describe, expect, it } from 'vitest';
import { createAttemptLimiter } from './attempt-limiter.ts';

function limiter(): {
  begin: (key?: string) => number;
  passed: (key?: string) => void;
  pass: (ms: number) => void;
} {
  let now = 1_000_000;
  const rules = { free: 5, firstWaitMs: 30_000, longestWaitMs: 100_000 };
  const limited = createAttemptLimiter(rules, () => now);
  return {
    begin: (key = 'p-01~d-01') => limited.begin(key),
    passed: (key = 'p-01~d-01') => limited.passed(key),
    pass: (ms) => void (now += ms),
  };
}

describe('attempts', () => {
  it('are free five times, also when they come all at once', () => {
    const { begin } = limiter();
    expect([1, 2, 3, 4, 5, 6].map(() => begin())).toEqual([0, 0, 0, 0, 0, 30_000]);
  });

  it('wait longer after every further one, up to a bound', () => {
    const { begin, pass } = limiter();
    for (let made = 0; made < 5; made += 1) begin();
    const waits = [30_000, 60_000, 100_000, 100_000].map((wait) => {
      const asked = begin();
      pass(wait);
      expect(begin()).toBe(0);
      return asked;
    });
    expect(waits).toEqual([30_000, 60_000, 100_000, 100_000]);
  });

  it('do not become more while waiting', () => {
    const { begin, pass } = limiter();
    for (let made = 0; made < 50; made += 1) begin();
    pass(29_999);
    expect(begin()).toBe(1);
    pass(1);
    expect(begin()).toBe(0);
  });

  it('begin anew after a right one, and are counted for each key alone', () => {
    const { begin, passed } = limiter();
    for (let made = 0; made < 5; made += 1) begin();
    expect(begin('p-02~d-02')).toBe(0);
    passed();
    expect(begin()).toBe(0);
  });
});
