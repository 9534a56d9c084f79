import { rectOnScreen, rectToPageUnits, type Rect, type Rotation } from '../../../view/page-frame.ts';
import { isSideways, type DocumentView } from './document-view.ts';
import type { Anchor, PageBox, PageLayout } from './page-layout.ts';
import { pixelsPerUnit, type Viewport } from './page-size.ts';

/** What a leader sees of a page, and how a follower comes to see the same; see PRES-2. */

type Extent = Pick<Rect, 'width' | 'height'>;

const frameOf = (box: PageBox, rotation: Rotation) => ({
  width: box.width,
  height: box.height,
  scale: box.scale * pixelsPerUnit,
  rotation,
});

/**
 * The part of a page that is in sight, in page units to a tenth. Margins beside the page do not count; above and below
 * it the neighbours do, where they are in sight too. Null when the page is beside the screen.
 */
export function zoneInSight(
  box: PageBox,
  scroll: { readonly top: number; readonly left: number },
  viewport: Viewport,
  { mode, rotation }: Pick<DocumentView, 'mode' | 'rotation'>,
): Rect | null {
  const across = within(scroll.left - box.left, viewport.width, box.width);
  const isColumn = mode === 'continuous';
  const down = isColumn
    ? { from: scroll.top - box.top, length: viewport.height }
    : within(scroll.top - box.top, viewport.height, box.height);
  if (across.length <= 0 || down.length <= 0) return null;
  const seen = { x: across.from, y: down.from, width: across.length, height: down.length };
  const { x, y, width, height } = rectToPageUnits(seen, frameOf(box, rotation));
  return { x: tenth(x), y: tenth(y), width: tenth(width), height: tenth(height) };
}

/** How much of the screen a zone asks for, in page units as the page is turned here. */
export function regionOf({ width, height }: Extent, rotation: Rotation): Extent {
  return isSideways(rotation) ? { width: height, height: width } : { width, height };
}

/** The place that comes to the upper edge of the screen when a zone is shown. */
export function anchorOfZone(zone: Rect, box: PageBox, rotation: Rotation): Anchor {
  const { y } = rectOnScreen(zone, frameOf(box, rotation));
  // Zero stands for the top of a page with the gap above it, which a zone tells by itself.
  return { page: box.page, fraction: y === 0 ? Number.EPSILON : y / box.height };
}

/** Where the middle of a zone lies in the width of the column, from 0 to 1. */
export function acrossOfZone(zone: Rect, box: PageBox, layout: PageLayout, rotation: Rotation): number {
  const { x, width } = rectOnScreen(zone, frameOf(box, rotation));
  return (box.left + x + width / 2) / layout.width;
}

function within(
  from: number,
  length: number,
  whole: number,
): { readonly from: number; readonly length: number } {
  const start = Math.max(0, from);
  return { from: start, length: Math.min(whole, from + length) - start };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
