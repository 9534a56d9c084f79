import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkingDay, papersInTime, releaseDeadline } from './working-days.ts';
import { vietnamDaysOff } from './vietnam-days-off.ts';

const at = (text: string): number => Date.parse(`${text}+07:00`);
const dateOf = (moment: number): string => new Date(moment + 7 * 3_600_000).toISOString().slice(0, 16);

describe('[AT-05] three working days before a meeting', () => {
  it.each([
    ['a Thursday in an ordinary week', '2026-10-15T08:00', '2026-10-12T23:59'],
    ['a Monday: Saturday and Sunday do not count', '2026-10-12T08:00', '2026-10-07T23:59'],
    ['after Tết Bính Ngọ', '2026-02-24T08:00', '2026-02-12T23:59'],
    ['after 30/4 and 1/5, with Giỗ Tổ moved to a Monday', '2026-05-04T08:00', '2026-04-24T23:59'],
    [
      'after National Day, with a Saturday worked in exchange long before',
      '2026-09-03T08:00',
      '2026-08-26T23:59',
    ],
    ['with a worked Saturday between', '2026-01-12T08:00', '2026-01-08T23:59'],
  ])('%s', (_when, meeting, deadline) => {
    expect(dateOf(releaseDeadline(at(meeting)))).toBe(deadline);
  });

  it('counts the day by the clock of Vietnam, not of the machine', () => {
    expect(releaseDeadline(at('2026-10-15T00:30'))).toBe(releaseDeadline(at('2026-10-15T23:30')));
    expect(isWorkingDay(at('2026-10-12T00:10'))).toBe(true);
    expect(isWorkingDay(at('2026-10-11T23:50'))).toBe(false);
  });

  it('11 of 11 papers are in time when all are released at 16:30 three working days before', () => {
    const meeting = { plannedAt: at('2026-10-15T07:30'), releasedAt: at('2026-10-12T16:30') };
    const added = Array.from({ length: 11 }, (_, index) => at('2026-10-09T09:00') + index);
    expect(papersInTime(meeting, added)).toBe(11);
    expect(papersInTime(meeting, [...added.slice(1), at('2026-10-13T08:00')])).toBe(10);
    expect(papersInTime({ ...meeting, releasedAt: at('2026-10-13T00:00') }, added)).toBe(0);
    expect(papersInTime({ ...meeting, releasedAt: null }, added)).toBe(0);
  });

  it('the deadline is always the end of a working day with exactly three working days up to the meeting', () => {
    const moment = fc.integer({ min: at('2025-01-10T00:00'), max: at('2027-12-31T00:00') });
    fc.assert(
      fc.property(moment, (plannedAt) => {
        const deadline = releaseDeadline(plannedAt);
        expect(isWorkingDay(deadline)).toBe(true);
        let counted = 0;
        for (let day = deadline; day < plannedAt - 86_400_000 + 1; day += 86_400_000)
          counted += Number(isWorkingDay(day));
        expect(counted).toBeGreaterThanOrEqual(2);
        expect(counted).toBeLessThanOrEqual(3);
      }),
    );
  });
});

it('no day is both off and worked, and worked days are weekend days', () => {
  for (const date of vietnamDaysOff.worked) {
    expect(vietnamDaysOff.off).not.toContain(date);
    expect([0, 6]).toContain(new Date(`${date}T00:00Z`).getUTCDay());
  }
  for (const date of vietnamDaysOff.off) expect([0, 6]).not.toContain(new Date(`${date}T00:00Z`).getUTCDay());
});
