import { describe, expect, it } from 'vitest';
import type { PageFrame } from '../../view/page-frame.ts';
import { movedPlace, placeOnScreen, wayOfKey } from './note-place.ts';

/** A page of 400 × 600 units, drawn twice as large. */
const upright: PageFrame = { page: 1, width: 800, height: 1200, scale: 2, rotation: 0, isInSight: true };
const turned: PageFrame = { ...upright, width: 1200, height: 800, rotation: 90 };

describe('moving a note', () => {
  it.each([upright, turned, { ...upright, rotation: 180 as const }, { ...turned, rotation: 270 as const }])(
    'goes where the hand goes, also on a page turned by $rotation degrees',
    (frame) => {
      const from = { x: 200, y: 300 };
      const before = placeOnScreen(from, frame);
      const after = placeOnScreen(movedPlace(from, { x: 30, y: -50 }, frame), frame);
      expect(after.x - before.x).toBeCloseTo(30, 0);
      expect(after.y - before.y).toBeCloseTo(-50, 0);
    },
  );

  it('never leaves its page', () => {
    expect(movedPlace({ x: 10, y: 10 }, { x: -999, y: -999 }, upright)).toEqual({ x: 0, y: 0 });
    expect(movedPlace({ x: 10, y: 10 }, { x: 9_999, y: 9_999 }, upright)).toEqual({ x: 400, y: 600 });
    expect(movedPlace({ x: 10, y: 10 }, { x: 9_999, y: 9_999 }, turned)).toEqual({ x: 400, y: 0 });
  });

  it('is done by arrows, in small steps with Shift', () => {
    expect(wayOfKey({ key: 'ArrowLeft', shiftKey: false })).toEqual({ x: -24, y: 0 });
    expect(wayOfKey({ key: 'ArrowDown', shiftKey: true })).toEqual({ x: 0, y: 4 });
    expect(wayOfKey({ key: 'Enter', shiftKey: false })).toBeNull();
  });
});
