import { expect, it } from 'vitest';
import { minutesAndSeconds } from './time-words.ts';

it('writes a length of time in minutes and seconds, also beyond an hour and rounded up for a countdown', () => {
  expect(minutesAndSeconds(0)).toBe('0:00');
  expect(minutesAndSeconds(299_001)).toBe('5:00');
  expect(minutesAndSeconds(61_000)).toBe('1:01');
  expect(minutesAndSeconds(3_725_000)).toBe('62:05');
});
