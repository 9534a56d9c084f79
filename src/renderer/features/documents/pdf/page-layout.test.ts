import { describe, expect, it } from 'vitest';
import { anchorAt, layOut, offsetOf, pageAt, pageBeside, pagesBetween, unturned } from './page-layout.ts';
import { pageGap, type PageSize } from './page-size.ts';
import { nextZoom, scaleOf, zoomSteps } from './zoom.ts';

const a4: PageSize = { width: 794, height: 1123, isMeasured: true };
const a4Landscape: PageSize = { width: 1123, height: 794, isMeasured: true };
const viewport = { width: 826, height: 700 };
const real = { scale: 1 } as const;

describe('the layout of pages', () => {
  it('puts pages below each other, in the middle, with gaps', () => {
    const { boxes, height, width } = layOut([a4, a4Landscape], real, viewport);
    expect(boxes[0]).toMatchObject({ page: 1, top: pageGap, width: 794 });
    expect(boxes[1]).toMatchObject({ page: 2, top: pageGap + 1123 + pageGap });
    expect(height).toBe(pageGap + 1123 + pageGap + 794 + pageGap);
    expect(width).toBe(1123 + 2 * pageGap);
    for (const box of boxes) expect(box.left + box.width / 2).toBeCloseTo(width / 2);
  });

  it('fits each page by itself, so that none needs sideways scrolling', () => {
    const { boxes, width } = layOut([a4, a4Landscape], { fit: 'width' }, viewport);
    expect(boxes.map((box) => box.width)).toEqual([794, 794]);
    expect(width).toBe(viewport.width);
    for (const box of layOut([a4, a4Landscape], { fit: 'page' }, viewport).boxes) {
      expect(box.height).toBeLessThanOrEqual(viewport.height);
      expect(box.width).toBeLessThanOrEqual(viewport.width);
    }
  });

  it('finds the pages on the screen and the one being read', () => {
    const layout = layOut([a4, a4, a4], real, viewport);
    expect(pagesBetween(layout, 0, 700).map(({ page }) => page)).toEqual([1]);
    expect(pagesBetween(layout, 1000, 1700).map(({ page }) => page)).toEqual([1, 2]);
    expect(pageAt(layout, 0, viewport)).toBe(1);
    expect(pageAt(layout, 1100, viewport)).toBe(2);
    expect(pageAt(layout, layout.height, viewport)).toBe(3);
    expect(pageAt(layOut([], real, viewport), 0, viewport)).toBeNull();
  });

  it('keeps a place when the zoom changes or a page above turns out larger', () => {
    const before = layOut([a4, a4, a4], real, viewport);
    const anchor = anchorAt(before, 1600);
    expect(anchor).not.toBeNull();
    if (anchor === null) return;
    expect(offsetOf(before, anchor)).toBeCloseTo(1600);
    const after = layOut([a4Landscape, a4, a4], { scale: 2 }, viewport);
    const again = offsetOf(after, anchor);
    expect(again === null ? null : anchorAt(after, again)).toEqual(anchor);
  });
});

describe('the zoom', () => {
  it('steps up and down between the steps, from a fitted scale too', () => {
    expect(nextZoom(1, 'in')).toEqual({ scale: 1.1 });
    expect(nextZoom(1, 'out')).toEqual({ scale: 0.9 });
    expect(nextZoom(1.37, 'in')).toEqual({ scale: 1.5 });
    expect(nextZoom(1.37, 'out')).toEqual({ scale: 1.25 });
    expect(nextZoom(1.1004, 'out')).toEqual({ scale: 1 });
  });

  it('stays at its ends', () => {
    expect(nextZoom(zoomSteps[0], 'out')).toEqual({ scale: zoomSteps[0] });
    expect(nextZoom(4, 'in')).toEqual({ scale: 4 });
  });

  it('does not blow a page up over a wide screen, nor down to nothing', () => {
    expect(scaleOf({ fit: 'width' }, a4, { width: 5000, height: 700 })).toBe(2);
    expect(scaleOf({ fit: 'page' }, a4, { width: 0, height: 0 })).toBe(0.25);
  });
});

describe('the modes of a document', () => {
  const fit = { fit: 'page' } as const;

  it('one page has the screen by itself, in its middle', () => {
    const layout = layOut([a4, a4Landscape, a4], fit, viewport, { mode: 'single', rotation: 0 });
    expect(layout.boxes.map((box) => box.rowTop)).toEqual([0, 700, 1400]);
    expect(layout.height).toBe(2100);
    for (const box of layout.boxes) {
      expect(box.top + box.height / 2).toBeCloseTo(box.rowTop + 350);
      expect(box.left + box.width / 2).toBeCloseTo(viewport.width / 2);
    }
    expect(pagesBetween(layout, 700, 1400).map(({ page }) => page)).toEqual([2]);
  });

  it('a spread has two pages beside each other, the last one perhaps alone, fitted together', () => {
    const layout = layOut([a4, a4, a4], fit, viewport, { mode: 'spread', rotation: 0 });
    const [one, two, three] = layout.boxes;
    expect([one?.rowTop, two?.rowTop, three?.rowTop]).toEqual([0, 0, 700]);
    expect((two?.left ?? 0) - (one?.left ?? 0) - (one?.width ?? 0)).toBeCloseTo(pageGap);
    expect((two?.left ?? 0) + (two?.width ?? 0)).toBeLessThanOrEqual(viewport.width);
    expect(layout.width).toBe(viewport.width);
    expect(pageAt(layout, 0, viewport)).toBe(1);
    expect(pagesBetween(layout, 0, 700).map(({ page }) => page)).toEqual([1, 2]);
  });

  it('turns from row to row and stays at the ends', () => {
    const spread = layOut([a4, a4, a4, a4, a4], fit, viewport, { mode: 'spread', rotation: 0 });
    expect(pageBeside(spread, 1, 1)).toBe(3);
    expect(pageBeside(spread, 4, 1)).toBe(5);
    expect(pageBeside(spread, 5, -1)).toBe(3);
    expect([pageBeside(spread, 2, -1), pageBeside(spread, 5, 1)]).toEqual([2, 5]);
    const column = layOut([a4, a4], real, viewport);
    expect([pageBeside(column, 1, 1), pageBeside(column, 2, 1)]).toEqual([2, 2]);
  });

  it('a page that is turned sideways is fitted as it lies and drawn as it stands', () => {
    const layout = layOut([a4], { fit: 'width' }, viewport, { mode: 'continuous', rotation: 90 });
    const [box] = layout.boxes;
    expect(box?.width).toBeCloseTo(viewport.width - 2 * pageGap);
    expect(box?.height).toBeCloseTo((a4.width / a4.height) * (box?.width ?? 0));
    expect(unturned(layout, 90).boxes[0]).toMatchObject({ width: box?.height, height: box?.width });
    expect(unturned(layout, 180)).toBe(layout);
  });
});
