import { describe, expect, it } from 'vitest';
import { createCrowding, type ProcessorTimes } from './crowding.ts';

/** Two processors, with what they have done so far. */
const two = (user: number, idle: number): ProcessorTimes =>
  [0, 1].map(() => ({ times: { user: user / 2, nice: 0, sys: 0, idle: idle / 2, irq: 0 } }));

describe('a crowded machine', () => {
  it('is one that has had next to nothing idle since it was asked last', () => {
    const told = [two(1_000, 9_000), two(1_580, 9_020), two(1_880, 9_320), two(2_480, 9_320)];
    const isCrowded = createCrowding(() => told.shift() ?? []);
    expect([isCrowded(), isCrowded(), isCrowded()]).toEqual([true, false, true]);
  });

  it('is not one of which nothing is known', () => {
    expect(createCrowding(() => [])()).toBe(false);
  });
});
