import { describe, expect, it } from 'vitest';
import { numbersPerWord, pageText, wordMarks } from './frame-messages.ts';
import { placeText, type TextRun } from './text-places.ts';

/** A4 upright: units of the page count from the bottom left. */
const a4 = { width: 600, height: 800, transform: [1, 0, 0, -1, 0, 800] };
const run = (given: Partial<TextRun>): TextRun => ({
  str: 'Điều 1',
  transform: [12, 0, 0, 12, 60, 700],
  width: 36,
  height: 12,
  hasEOL: false,
  family: 'serif',
  isVertical: false,
  ...given,
});
/** Each letter is half as wide as the text is high. */
const measure = (text: string): number => text.length * 50;

describe('the places of words', () => {
  it('are shares of the page, with the height of the letters and how far they are stretched', () => {
    const { places } = placeText([run({})], a4, measure);
    const [left = 0, top = 0, height, stretch, angle, marks] = places;
    expect(left).toBeCloseTo(60 / 600);
    expect(top * 800).toBeGreaterThan(100 - 12);
    expect(top * 800).toBeLessThan(100 - 9);
    expect([height, stretch, angle, marks]).toEqual([12, 1, 0, wordMarks.isSerif]);
  });

  it('turn with the words', () => {
    const { places } = placeText([run({ transform: [0, 12, -12, 0, 300, 400] })], a4, measure);
    expect(places[4]).toBeCloseTo(-Math.PI / 2);
  });

  it('tell where a line ends, and keep what broken fonts give within numbers', () => {
    const broken = run({
      hasEOL: true,
      transform: [Number.NaN, 0, 0, 0, Number.POSITIVE_INFINITY, 1],
      width: 0,
    });
    const text = placeText([run({}), broken], a4, () => 0);
    expect(pageText.safeParse(text).success).toBe(true);
    expect(text.places.every(Number.isFinite)).toBe(true);
    expect(Number(text.places[numbersPerWord + 5]) & wordMarks.endsLine).toBe(wordMarks.endsLine);
  });
});
