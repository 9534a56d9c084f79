/**
 * A rectangle on a page in page units: PDF points from the top left of the page as pdf.js shows it without a person's
 * rotation, x to the right, y down.
 */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How far a person has turned a page clockwise, in degrees. */
export type Rotation = 0 | 90 | 180 | 270;

/** Where a page stands on the screen, for whatever is drawn over it. */
export interface PageFrame {
  /** From 1. */
  readonly page: number;
  /** CSS pixels on the screen, after the person's rotation. */
  readonly width: number;
  readonly height: number;
  /** CSS pixels for one page unit. */
  readonly scale: number;
  readonly rotation: Rotation;
  /** Part of it is on the screen; otherwise it is only close to it. */
  readonly isInSight: boolean;
}

/** Words that a person has selected on one page. */
export interface TextSelection {
  readonly page: number;
  /** One for each line or piece of it, in page units. */
  readonly rects: readonly Rect[];
  readonly text: string;
}

/** The corner of a page that comes to the upper left as it is turned, and the directions of its axes from there. */
interface Turn {
  readonly x: (at: { readonly x: number; readonly y: number }, whole: Size) => number;
  readonly y: (at: { readonly x: number; readonly y: number }, whole: Size) => number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** From a place on the screen to the page: the screen's size is that of the turned page. */
const backTurns: { readonly [Angle in Rotation]: Turn } = {
  0: { x: ({ x }) => x, y: ({ y }) => y },
  90: { x: ({ y }) => y, y: ({ x }, { width }) => width - x },
  180: { x: ({ x }, { width }) => width - x, y: ({ y }, { height }) => height - y },
  270: { x: ({ y }, { height }) => height - y, y: ({ x }) => x },
};

/** The page units of a point that lies `at` CSS pixels from the upper left of the page on the screen. */
export function toPageUnits(
  at: { readonly x: number; readonly y: number },
  frame: Pick<PageFrame, 'width' | 'height' | 'scale' | 'rotation'>,
): { readonly x: number; readonly y: number } {
  const turn = backTurns[frame.rotation];
  return { x: turn.x(at, frame) / frame.scale, y: turn.y(at, frame) / frame.scale };
}

/** The page units of a rectangle in CSS pixels from the upper left of the page on the screen. */
export function rectToPageUnits(
  rect: Rect,
  frame: Pick<PageFrame, 'width' | 'height' | 'scale' | 'rotation'>,
): Rect {
  const one = toPageUnits(rect, frame);
  const other = toPageUnits({ x: rect.x + rect.width, y: rect.y + rect.height }, frame);
  return between(one, other);
}

/** Where a rectangle of the page lies on the screen, in CSS pixels from the upper left of the page there. */
export function rectOnScreen(
  rect: Rect,
  frame: Pick<PageFrame, 'width' | 'height' | 'scale' | 'rotation'>,
): Rect {
  const { rotation, scale } = frame;
  // Turning on by what is missing to a full turn is turning back.
  const back = backTurns[((360 - rotation) % 360) as Rotation];
  const isSideways = rotation === 90 || rotation === 270;
  const page = isSideways ? { width: frame.height, height: frame.width } : frame;
  const turned = (x: number, y: number): { readonly x: number; readonly y: number } => {
    const at = { x: x * scale, y: y * scale };
    return { x: back.x(at, page), y: back.y(at, page) };
  };
  return between(turned(rect.x, rect.y), turned(rect.x + rect.width, rect.y + rect.height));
}

function between(
  one: { readonly x: number; readonly y: number },
  other: { readonly x: number; readonly y: number },
): Rect {
  return {
    x: Math.min(one.x, other.x),
    y: Math.min(one.y, other.y),
    width: Math.abs(one.x - other.x),
    height: Math.abs(one.y - other.y),
  };
}
