import { describe, expect, it } from 'vitest';
import { Revival } from './revival.ts';

describe('the revival of a crashed page', () => {
  it('comes sooner the first time, later each time it crashes again, and begins anew after a sound minute', () => {
    let now = 1_000_000;
    const due: { readonly at: number; run(): void }[] = [];
    const timers = {
      now: () => now,
      after: (ms: number, run: () => void) => {
        due.push({ at: now + ms, run });
        return () => undefined;
      },
    };
    let reloads = 0;
    const revival = new Revival(timers, () => (reloads += 1));
    const waits = Array.from({ length: 9 }, () => revival.crashed());
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
    due.at(-1)?.run();
    expect(reloads).toBe(1);
    now += 61_000;
    expect(revival.crashed()).toBe(500);
  });
});
