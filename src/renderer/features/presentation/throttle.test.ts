import { describe, expect, it } from 'vitest';
import { createThrottle } from './throttle.ts';

function heldTimer() {
  let due: (() => void) | null = null;
  return {
    timers: {
      after(_ms: number, act: () => void) {
        due = act;
        return () => {
          due = null;
        };
      },
    },
    elapse() {
      const act = due;
      due = null;
      act?.();
    },
  };
}

describe('createThrottle', () => {
  it('[AT-14] tells the first page at once and of the rest only the last', () => {
    const { timers, elapse } = heldTimer();
    const told: number[] = [];
    const throttle = createThrottle(150, timers);
    for (const page of [2, 3, 4, 5]) throttle.run(() => told.push(page));
    expect(told).toEqual([2]);
    elapse();
    expect(told).toEqual([2, 5]);
    elapse();
    expect(told).toEqual([2, 5]);
  });

  it('tells nothing more after it was stopped', () => {
    const { timers, elapse } = heldTimer();
    const told: number[] = [];
    const throttle = createThrottle(150, timers);
    throttle.run(() => told.push(1));
    throttle.run(() => told.push(2));
    throttle.stop();
    elapse();
    expect(told).toEqual([1]);
  });
});
