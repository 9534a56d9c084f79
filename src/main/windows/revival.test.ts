import { describe, expect, it } from 'vitest';
import { Revival } from './revival.ts';

class Clock {
  now_ = 1_000_000;
  readonly due: { readonly at: number; run(): void }[] = [];
  readonly timers = {
    now: () => this.now_,
    after: (ms: number, run: () => void) => {
      const due = { at: this.now_ + ms, run };
      this.due.push(due);
      return () => void this.due.splice(this.due.indexOf(due), 1);
    },
  };
}

describe('the revival of a crashed page', () => {
  it('comes almost at once, later each time it crashes again, and begins anew after a sound minute', () => {
    const clock = new Clock();
    let reloads = 0;
    const revival = new Revival(clock.timers, () => (reloads += 1));
    const crashes = Array.from({ length: 9 }, () => revival.crashed());
    expect(crashes.map(({ waitMs }) => waitMs)).toEqual([
      100, 100, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000,
    ]);
    expect(clock.due).toHaveLength(1);
    clock.due[0]?.run();
    expect(reloads).toBe(1);
    clock.now_ += 61_000;
    expect(revival.crashed().waitMs).toBe(100);
  });

  it('tells once of a page that goes on crashing', () => {
    const clock = new Clock();
    const revival = new Revival(clock.timers, () => undefined);
    const told = Array.from({ length: 12 }, () => revival.crashed().isHopeless);
    expect(told.filter(Boolean)).toHaveLength(1);
    expect(told.indexOf(true)).toBe(4);
    clock.now_ += 61_000;
    expect(Array.from({ length: 5 }, () => revival.crashed().isHopeless).at(-1)).toBe(true);
  });

  it('comes when somebody asks for it, and then not a second time', () => {
    const clock = new Clock();
    let reloads = 0;
    const revival = new Revival(clock.timers, () => (reloads += 1));
    revival.crashed();
    revival.reloadNow();
    expect([reloads, clock.due.length]).toEqual([1, 0]);
  });
});
