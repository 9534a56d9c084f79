import { afterEach, describe, expect, it, vi as vitest } from 'vitest';
import { createFormat } from './format.ts';

const meeting = Date.parse('2026-09-05T09:04:51+07:00');
const vi = createFormat('vi');
const en = createFormat('en');

afterEach(() => vitest.unstubAllEnvs());

describe('formats of the office', () => {
  it.each(['America/New_York', 'UTC', 'Pacific/Auckland'])(
    'keeps the time of the room on a terminal set to %s',
    (zone) => {
      vitest.stubEnv('TZ', zone);
      expect(new Date(meeting).getHours(), 'the zone of the terminal').not.toBe(9);
      const lateEvening = Date.parse('2026-12-31T23:59:58+07:00');
      for (const format of [createFormat('vi'), createFormat('en')]) {
        expect(format.time(meeting)).toBe('09:04');
        expect(format.timeWithSeconds(lateEvening)).toBe('23:59:58');
        expect(format.date(lateEvening)).toBe('31/12/2026');
      }
      expect(createFormat('vi').longDate(lateEvening)).toBe('ngày 31 tháng 12 năm 2026');
      expect(createFormat('en').longDate(lateEvening)).toBe('31 December 2026');
    },
  );

  it('writes the day with two digits and the month as decree 30/2020 does', () => {
    expect(vi.date(meeting)).toBe('05/9/2026');
    expect(vi.date(Date.parse('2026-02-01T00:00:00+07:00'))).toBe('01/02/2026');
    expect(vi.date(Date.parse('2026-12-31T23:59:00+07:00'))).toBe('31/12/2026');
    expect(vi.longDate(meeting)).toBe('ngày 05 tháng 9 năm 2026');
    expect(en.longDate(meeting)).toBe('5 September 2026');
  });

  it('writes the time in 24 hours, midnight as 00', () => {
    expect(vi.time(meeting)).toBe('09:04');
    expect(vi.timeWithSeconds(meeting)).toBe('09:04:51');
    expect(vi.time(Date.parse('2026-09-05T00:00:00+07:00'))).toBe('00:00');
  });

  it('adds the date to "at" only when it was another day', () => {
    const later = meeting + 3_600_000;
    const nextDay = meeting + 24 * 3_600_000;
    expect(vi.at(meeting, later)).toBe('lúc 09:04');
    expect(vi.at(meeting, nextDay)).toBe('lúc 09:04 ngày 05/9/2026');
    expect(en.at(meeting, nextDay)).toBe('at 09:04 on 05/9/2026');
  });

  it('writes numbers as each language does', () => {
    expect(vi.number(1234.5)).toBe('1.234,5');
    expect(en.number(1234.5)).toBe('1,234.5');
    expect(vi.percent(14 / 15)).toBe('93,3%');
    expect(vi.bytes(12_480_000)).toBe('12,5 MB');
  });
});
