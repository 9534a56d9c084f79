import { describe, expect, it } from 'vitest';
import { rectOnScreen, type PageFrame, type Rotation } from '../../view/page-frame.ts';
import { canvasRatio, pageMatrix } from './page-transform.ts';

function frame(rotation: Rotation): PageFrame {
  const isSideways = rotation === 90 || rotation === 270;
  const [width, height] = isSideways ? [1684, 1190] : [1190, 1684];
  return { page: 1, width, height, scale: 2, rotation, isInSight: true };
}

describe('ink on a page', () => {
  it.each([0, 90, 180, 270] as const)(
    'lies where the page shows the same place, turned by %i°',
    (rotation) => {
      const at = { x: 120, y: 300 };
      const [a, b, c, d, e, f] = pageMatrix(frame(rotation), 1.5);
      const screen = rectOnScreen({ ...at, width: 0, height: 0 }, frame(rotation));
      expect(a * at.x + c * at.y + e).toBeCloseTo(screen.x * 1.5);
      expect(b * at.x + d * at.y + f).toBeCloseTo(screen.y * 1.5);
    },
  );

  it('takes bounded memory however far the page is enlarged', () => {
    expect(canvasRatio({ width: 980, height: 1386 }, 1.5)).toBe(1.5);
    const ratio = canvasRatio({ width: 9800, height: 13_860 }, 1.5);
    expect(9800 * ratio * 13_860 * ratio).toBeLessThanOrEqual(6_000_001);
  });
});
