import { describe, expect, it } from 'vitest';
import { pointedPlace, type PointedPlace } from '../../../shared/protocol/point.ts';
import { createPointerTeller } from './pointer-teller.ts';

const at = (x: number): PointedPlace => pointedPlace.parse({ versionId: 'v1', page: 1, x, y: 0 });

/** Timers that a test moves by hand. */
function heldTimers() {
  let now = 0;
  let due: { at: number; act: () => void }[] = [];
  return {
    after(ms: number, act: () => void) {
      const one = { at: now + ms, act };
      due.push(one);
      return () => void (due = due.filter((other) => other !== one));
    },
    pass(ms: number) {
      const end = now + ms;
      for (let next = first(); next !== undefined && next.at <= end; next = first()) {
        now = next.at;
        due = due.filter((other) => other !== next);
        next.act();
      }
      now = end;
    },
  };
  function first() {
    return due.toSorted((a, b) => a.at - b.at)[0];
  }
}

function pointing() {
  const timers = heldTimers();
  const told: (number | null)[] = [];
  return { timers, told, point: createPointerTeller((place) => told.push(place?.x ?? null), timers) };
}

describe('telling where one points', () => {
  it('[PRES-3] [AT-14] tells the first place at once and then no more often than it may', () => {
    const { timers, told, point } = pointing();
    for (let x = 0; x < 20; x += 1) {
      point(at(x));
      timers.pass(10);
    }
    expect(told[0]).toBe(0);
    expect(told.length).toBeLessThanOrEqual(5);
    timers.pass(50);
    expect(told.at(-1)).toBe(19);
  });

  it('[PRES-3] tells again where a pointer rests, until it is over', () => {
    const { timers, told, point } = pointing();
    point(at(7));
    timers.pass(2_500);
    expect(told).toEqual([7, 7, 7]);
    point(null);
    point(null);
    timers.pass(5_000);
    expect(told).toEqual([7, 7, 7, null]);
  });
});
