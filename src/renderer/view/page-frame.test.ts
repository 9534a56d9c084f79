import { describe, expect, it } from 'vitest';
import { rectOnScreen, rectToPageUnits, toPageUnits, type Rotation } from './page-frame.ts';

/** A page of 100 × 200 page units at twice its size. */
const frames = ([0, 90, 180, 270] as const).map((rotation) => ({
  rotation,
  scale: 2,
  width: rotation % 180 === 0 ? 200 : 400,
  height: rotation % 180 === 0 ? 400 : 200,
}));

describe('page units', () => {
  it('have their origin where the upper left of the unturned page has gone', () => {
    const corners: { readonly [Angle in Rotation]: { x: number; y: number } } = {
      0: { x: 0, y: 0 },
      90: { x: 400, y: 0 },
      180: { x: 200, y: 400 },
      270: { x: 0, y: 200 },
    };
    for (const frame of frames) expect(toPageUnits(corners[frame.rotation], frame)).toEqual({ x: 0, y: 0 });
  });

  it('of a rectangle come back from the screen as they were, however the page is turned', () => {
    const rect = { x: 10, y: 20, width: 30, height: 5 };
    for (const frame of frames) expect(rectToPageUnits(rectOnScreen(rect, frame), frame)).toEqual(rect);
  });

  it('turn a wide rectangle into a high one on a page that is turned sideways', () => {
    const frame = { rotation: 90, scale: 1, width: 200, height: 100 } as const;
    expect(rectOnScreen({ x: 0, y: 0, width: 40, height: 10 }, frame)).toEqual({
      x: 190,
      y: 0,
      width: 10,
      height: 40,
    });
  });
});
