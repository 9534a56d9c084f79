import type { AnnotationPlace } from '../../../shared/domain/annotations/annotation.ts';
import { rectOnScreen, toPageUnits, type PageFrame } from '../../view/page-frame.ts';

type Frame = Pick<PageFrame, 'width' | 'height' | 'scale' | 'rotation'>;

/** A way on the screen, in CSS pixels. */
export interface Way {
  readonly x: number;
  readonly y: number;
}

/** Where a place of the page is on the screen, in CSS pixels from the upper left of the page there. */
export function placeOnScreen({ x, y }: AnnotationPlace, frame: Frame): Way {
  const at = rectOnScreen({ x, y, width: 0, height: 0 }, frame);
  return { x: at.x, y: at.y };
}

/** Where a note comes to that is moved by so much on the screen: never off its page, to a quarter of a page unit. */
export function movedPlace(from: AnnotationPlace, by: Way, frame: Frame): AnnotationPlace {
  const at = placeOnScreen(from, frame);
  const within = {
    x: Math.min(frame.width, Math.max(0, at.x + by.x)),
    y: Math.min(frame.height, Math.max(0, at.y + by.y)),
  };
  const { x, y } = toPageUnits(within, frame);
  return { x: Math.round(x * 4) / 4, y: Math.round(y * 4) / 4 };
}

/** So far a key moves a note on the screen, in CSS pixels; with Shift a little. */
const stepPx = 24;
const smallStepPx = 4;

/** The way that a key means; null when it means none. */
export function wayOfKey({
  key,
  shiftKey,
}: {
  readonly key: string;
  readonly shiftKey: boolean;
}): Way | null {
  const far = shiftKey ? smallStepPx : stepPx;
  switch (key) {
    case 'ArrowLeft':
      return { x: -far, y: 0 };
    case 'ArrowRight':
      return { x: far, y: 0 };
    case 'ArrowUp':
      return { x: 0, y: -far };
    case 'ArrowDown':
      return { x: 0, y: far };
    default:
      return null;
  }
}
