import { pageGap, pixelsPerUnit, type PageSize, type Viewport } from './page-size.ts';

/**
 * How large pages are shown: fitted, at a fixed scale (1 is 100 %, the size on paper), or so that a region of so many
 * page units is wholly in sight.
 */
export type Zoom =
  | { readonly fit: 'width' | 'page' }
  | { readonly scale: number }
  | { readonly region: { readonly width: number; readonly height: number } };

/** The scales that zooming in and out steps through. */
export const zoomSteps = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4] as const;

/** A fitted page is never larger than this: on a wide screen half a page would fill it. */
const largestFit = 2;
const smallestFit = 0.25;

/** Fingers and wheels go no further than these. */
const largestScale = 6;
const smallestScale = 0.2;

/** The scale at which a page is shown. */
export function scaleOf(zoom: Zoom, size: Pick<PageSize, 'width' | 'height'>, viewport: Viewport): number {
  if ('scale' in zoom) return zoom.scale;
  if ('region' in zoom) {
    const byWidth = (viewport.width - 2 * pageGap) / zoom.region.width;
    return boundedScale(Math.min(byWidth, viewport.height / zoom.region.height) / pixelsPerUnit);
  }
  const byWidth = (viewport.width - 2 * pageGap) / size.width;
  const byHeight = (viewport.height - 2 * pageGap) / size.height;
  const fitting = zoom.fit === 'width' ? byWidth : Math.min(byWidth, byHeight);
  return Math.min(largestFit, Math.max(smallestFit, fitting));
}

/** The nearest scale that pages can be shown at. */
export function boundedScale(scale: number): number {
  return Math.min(largestScale, Math.max(smallestScale, scale));
}

/** The next larger or smaller step from a scale. At the end it stays. */
export function nextZoom(scale: number, direction: 'in' | 'out'): Zoom {
  // A fitted scale is rarely a step; a hair beside one counts as it.
  const hair = 0.01;
  const next =
    direction === 'in'
      ? zoomSteps.find((step) => step > scale + hair)
      : zoomSteps.findLast((step) => step < scale - hair);
  return { scale: next ?? scale };
}
