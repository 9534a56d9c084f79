import type { Rotation } from '../../../view/page-frame.ts';
import type { Zoom } from './zoom.ts';

/** How pages follow each other: in one column, one by one, or as the two pages of an open book. */
export type PageMode = 'continuous' | 'single' | 'spread';

/** How a person looks at a document. */
export interface DocumentView {
  readonly mode: PageMode;
  readonly zoom: Zoom;
  readonly rotation: Rotation;
}

export const firstView: DocumentView = { mode: 'continuous', zoom: { fit: 'width' }, rotation: 0 };

/** A quarter turn clockwise from here. */
export function turnedFurther(rotation: Rotation): Rotation {
  return ((rotation + 90) % 360) as Rotation;
}

/** Whether width and height change places. */
export function isSideways(rotation: Rotation): boolean {
  return rotation === 90 || rotation === 270;
}
