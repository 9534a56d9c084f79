import { describe, expect, it } from 'vitest';
import {
  changedRegions,
  grayOf,
  looksSame,
  pictureLikeness,
  type GrayPicture,
} from './picture-difference.ts';

/** White paper with strokes of ink. */
function paper(
  strokes: readonly (readonly [x: number, y: number, width: number, height: number])[],
): GrayPicture {
  const [width, height] = [120, 160];
  const gray = new Uint8Array(width * height).fill(255);
  for (const [left, top, wide, high] of strokes) {
    for (let y = top; y < top + high; y += 1) gray.fill(0, y * width + left, y * width + left + wide);
  }
  return { width, height, gray };
}

const lines = Array.from({ length: 12 }, (_, at) => [10, 10 + at * 12, 90, 3] as const);

describe('[DOC-2] the pictures of two pages', () => {
  it('are the same in spite of smoothing', () => {
    const picture = paper(lines);
    const smooth = picture.gray.map((value, at) =>
      Math.round((3 * value + (picture.gray[at + 1] ?? 255)) / 4),
    );
    expect(looksSame(picture, { ...picture, gray: smooth })).toBe(true);
  });

  it('differ where a figure was changed, and there alone', () => {
    const regions = changedRegions(paper(lines), paper([...lines, [60, 150, 8, 6]]));
    expect(regions.length).toBeGreaterThan(0);
    for (const { left, top } of regions) {
      expect(left).toBeGreaterThan(0.4);
      expect(top).toBeGreaterThan(0.85);
    }
  });

  it('differ all over when the paper has another size', () => {
    expect(changedRegions(paper([]), { width: 10, height: 10, gray: new Uint8Array(100) })).toEqual([
      { left: 0, top: 0, width: 1, height: 1 },
    ]);
  });

  it('are alike when a page was written on, and not when it is another page', () => {
    const other = paper(Array.from({ length: 9 }, (_, at) => [30, 5 + at * 17, 70, 5] as const));
    const written = pictureLikeness(paper(lines), paper([...lines, [60, 150, 8, 6]]));
    expect(written).toBeGreaterThan(0.9);
    expect(pictureLikeness(paper(lines), other)).toBeLessThan(0.6);
    expect(pictureLikeness(paper([]), paper([]))).toBe(1);
    expect(pictureLikeness(paper([]), paper(lines))).toBe(0);
  });

  it('are read from a canvas as on white paper', () => {
    expect([...grayOf([0, 0, 0, 255, 255, 255, 255, 255, 0, 0, 0, 0], 3, 1).gray]).toEqual([0, 255, 255]);
  });
});
