import type { PageFrame } from '../../view/page-frame.ts';

/** The six numbers of a canvas or SVG matrix. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** From page units to the pixels of a canvas that covers the page on the screen with `ratio` of them to a CSS pixel. */
export function pageMatrix(
  { width, height, scale, rotation }: Pick<PageFrame, 'width' | 'height' | 'scale' | 'rotation'>,
  ratio: number,
): Matrix {
  const unit = scale * ratio;
  switch (rotation) {
    case 0:
      return [unit, 0, 0, unit, 0, 0];
    case 90:
      return [0, unit, -unit, 0, width * ratio, 0];
    case 180:
      return [-unit, 0, 0, -unit, width * ratio, height * ratio];
    case 270:
      return [0, -unit, unit, 0, 0, height * ratio];
  }
}

/** Most pixels of one canvas: 24 MB. A page that is enlarged far beyond is drawn less finely. */
const mostPixels = 6_000_000;

/** Canvas pixels for one CSS pixel. */
export function canvasRatio(
  { width, height }: Pick<PageFrame, 'width' | 'height'>,
  screenRatio: number,
): number {
  return Math.min(screenRatio, Math.sqrt(mostPixels / Math.max(1, width * height)));
}
