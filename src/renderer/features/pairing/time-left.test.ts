import { expect, it } from 'vitest';
import { timeLeftText } from './time-left.ts';

it.each([
  [0, '00:00'],
  [-5_000, '00:00'],
  [1, '00:01'],
  [65_000, '01:05'],
  [3_599_001, '1:00:00'],
  [8 * 3_600_000, '8:00:00'],
])('%i ms are %s', (ms, text) => expect(timeLeftText(ms)).toBe(text));
