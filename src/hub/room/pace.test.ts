import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPace } from './pace.ts';

const everyMs = 250;

/** A thing that changes, and what was told of it and when, in time that passes as the test says. */
function setUp() {
  let now = 0;
  let due: readonly { readonly at: number; readonly task: () => void }[] = [];
  const later = (ms: number, task: () => void): void => {
    due = [...due, { at: now + ms, task }].toSorted((one, other) => one.at - other.at);
  };
  const told: { readonly at: number; readonly version: number }[] = [];
  let version = 0;
  const pace = createPace({ endOfTurn: (task) => later(0, task), later }, everyMs, () =>
    told.push({ at: now, version }),
  );
  return {
    told,
    pass(ms: number): void {
      const end = now + ms;
      for (let next = due[0]; next !== undefined && next.at <= end; next = due[0]) {
        due = due.slice(1);
        now = next.at;
        next.task();
      }
      now = end;
    },
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
