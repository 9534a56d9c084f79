/** Width and height of a page at 100 %, in CSS pixels. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
  /** False while it is only taken to be so. */
  readonly isMeasured: boolean;
}

/** The part of the screen in which pages scroll, in CSS pixels. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
}

/** Space above, below and between pages, in CSS pixels. */
export const pageGap = 16;

/** CSS pixels at 100 % for one page unit, which is a point. */
export const pixelsPerUnit = 96 / 72;
