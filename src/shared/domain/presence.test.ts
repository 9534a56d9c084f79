import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostSpans } from '../records/attendance.ts';
import type { AgendaItem } from '../records/agenda-item.ts';
import {
  arrived,
  attendanceOfItem,
  comingAndGoing,
  departed,
  hasReturned,
  shareOf,
  summonedOf,
} from './presence.ts';

describe('the attendance of an item', () => {
  const item = (of: Partial<AgendaItem>): AgendaItem =>
    ({ state: 'done', beganAt: 100, endedAt: 200, ...of }) as AgendaItem;
  const people = [
    { name: 'whole', spans: [{ from: 50, to: null }] },
    { name: 'late', spans: [{ from: 150, to: null }] },
    { name: 'gone', spans: [{ from: 50, to: 120 }] },
    { name: 'after', spans: [{ from: 220, to: null }] },
    { name: 'never', spans: [] },
  ];

  it('[ATT-5] [AT-16] follows from the times in the room, whoever came or went later', () => {
    const shares = attendanceOfItem(item({}), people, 1_000);
    expect(shares?.whole.map(({ name }) => name)).toEqual(['whole']);
    expect(shares?.part.map(({ name }) => name)).toEqual(['late', 'gone']);
    expect(shares?.none.map(({ name }) => name)).toEqual(['after', 'never']);
  });

  it('[ATT-5] goes on while the item is current, and is none before it began', () => {
    const current = item({ state: 'current', endedAt: null });
    expect(attendanceOfItem(current, people, 1_000)?.part.map(({ name }) => name)).toContain('after');
    expect(attendanceOfItem(item({ beganAt: null }), people, 1_000)).toBeNull();
  });
});

describe('times in the room', () => {
  it('[ATT-5] go from each arrival to the departure that follows it', () => {
    const morning = departed(arrived([], 10), 20);
    const back = arrived(morning, 30);
    expect(back).toEqual([
      { from: 10, to: 20 },
      { from: 30, to: null },
    ]);
    expect(arrived(back, 40)).toEqual(back);
    expect(departed(morning, 40)).toEqual(morning);
    expect(hasReturned({ state: 'present', spans: back })).toBe(true);
    expect(comingAndGoing({ state: 'left', spans: departed(back, 50) })).toEqual({ cameAt: 10, leftAt: 50 });
  });

  it('are in order and at most the last open, whatever comes and goes', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 250 }), (steps) => {
        const spans = steps.reduce<ReturnType<typeof arrived>>(
          (before, comes, at) => (comes ? arrived(before, at) : departed(before, at)),
          [],
        );
        expect(spans.length).toBeLessThanOrEqual(mostSpans);
        expect(spans.slice(0, -1).every(({ to }) => to !== null)).toBe(true);
        const ends = spans.flatMap(({ from, to }) => [from, to ?? Infinity]);
        expect(ends).toEqual(ends.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('the times of an item’s attendance', () => {
  const item = [
    { from: 100, to: 200 },
    { from: 300, to: 400 },
  ];

  it('[ATT-5] [AT-16] who comes late has not attended what was over, and attends what goes on in part', () => {
    const late = arrived([], 250);
    expect(shareOf(late, [{ from: 100, to: 200 }], 500)).toBe('none');
    expect(shareOf(late, item, 500)).toBe('part');
    expect(shareOf(late, [{ from: 300, to: null }], 500)).toBe('whole');
    expect(shareOf(arrived([], 50), item, 500)).toBe('whole');
  });

  it('a break in which somebody is out costs nothing', () => {
    const outInTheBreak = arrived(departed(arrived([], 50), 210), 290);
    expect(shareOf(outInTheBreak, item, 500)).toBe('whole');
  });

  it('an item that has not been discussed is attended by nobody', () => {
    expect(shareOf(arrived([], 1), [], 500)).toBe('none');
  });
});

it('[BODY-3] the summoned are those in office without absences that have consent', () => {
  const members = [
    { state: 'absent', excuse: 'consented' },
    { state: 'absent', excuse: 'declined' },
    { state: 'absent', excuse: 'asked' },
    { state: 'present', excuse: 'none' },
    null,
  ] as const;
  expect(summonedOf({ inOffice: 15 }, members)).toBe(14);
});
