import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pass } from '../../shared/link/testing/linked-room.ts';
import { VirtualTime } from '../../shared/link/testing/virtual-time.ts';
import { createPace } from './pace.ts';

const everyMs = 250;

/** A thing that changes, and what was told of it and when. */
function setUp() {
  const time = new VirtualTime();
  const told: { readonly at: number; readonly version: number }[] = [];
  let version = 0;
  const pace = createPace(
    { endOfTurn: (task) => void time.after(0, task), later: (ms, task) => void time.after(ms, task) },
    everyMs,
    () => told.push({ at: time.nowMs, version }),
  );
  return {
    told,
    pass: (ms: number) => pass(time, ms),
    change(): number {
      version += 1;
      pace();
      return version;
    },
  };
}

describe('what is told in paces', () => {
  it('is told at once after quiet, and many changes of a turn as one', () => {
    const { told, pass, change } = setUp();
    for (let count = 0; count < 5; count += 1) change();
    pass(1);
    expect(told).toEqual([{ at: 0, version: 5 }]);
    pass(1_000);
    expect(told).toHaveLength(1);
    change();
    pass(1);
    expect(told).toHaveLength(2);
  });

  it('is told at most once a pace and never later than one, whatever comes when', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 400 }), { maxLength: 60 }), (pauses) => {
        const { told, pass, change } = setUp();
        let last = 0;
        for (const ms of pauses) {
          last = change();
          pass(ms);
        }
        pass(everyMs);
        expect(told.at(-1)?.version ?? 0).toBe(last);
        const pausesBetween = told.slice(1).map(({ at }, before) => at - (told[before]?.at ?? 0));
        expect(pausesBetween.filter((ms) => ms < everyMs)).toEqual([]);
      }),
    );
  });
});
