import { describe, expect, it } from 'vitest';
import { pictureOf } from './sheet-size.ts';

describe('the picture of a page that is printed', () => {
  it('has 300 dots to the inch on A4, whatever the size of the page', () => {
    for (const scale of [0.7, 1, 1.41])
      expect(pictureOf({ width: 210 * scale, height: 297 * scale })).toEqual({
        width: 2480,
        height: expect.closeTo(3508, -1) as number,
        isTurned: false,
      });
  });

  it('of a wide page is turned and fills the sheet too', () => {
    expect(pictureOf({ width: 297, height: 210 })).toEqual({ width: 3507, height: 2480, isTurned: true });
  });

  it('of a page like a ribbon keeps both sides', () => {
    expect(pictureOf({ width: 400_000, height: 1 })).toEqual({ width: 3508, height: 1, isTurned: true });
  });
});
