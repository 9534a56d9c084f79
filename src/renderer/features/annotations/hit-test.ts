import type { Annotation, PageRect } from '../../../shared/domain/annotations/annotation.ts';
import { strokePoints, type InkPoint } from '../../../shared/domain/annotations/ink-points.ts';

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Whether an eraser that goes from one place to another touches an annotation; all in page units. */
export type HitTest = (annotation: Annotation, from: Place, to: Place, reach: number) => boolean;

/** Side of the square that a note's mark is hit in, in page units. */
const noteSize = 24;

/** Creates a hit test that reads each stroke once. */
export function createHitTest(): HitTest {
  const strokes = new Map<string, { readonly points: readonly InkPoint[]; readonly box: PageRect }>();
  const strokeOf = (code: string) => {
    const known = strokes.get(code);
    if (known !== undefined) return known;
    const points = strokePoints(code);
    const read = { points, box: boxAround(points) };
    strokes.set(code, read);
    return read;
  };
  return (annotation, from, to, reach) => {
    switch (annotation.kind) {
      case 'ink': {
        const { points, box } = strokeOf(annotation.points);
        const distance = reach + annotation.width / 2;
        return isNear(box, from, to, distance) && isStrokeHit(points, from, to, distance);
      }
      case 'highlight':
        return annotation.rects.some((rect) => isNear(rect, from, to, reach));
      case 'note':
        return isNear(
          {
            x: annotation.x - noteSize / 2,
            y: annotation.y - noteSize / 2,
            width: noteSize,
            height: noteSize,
          },
          from,
          to,
          reach,
        );
      case 'bookmark':
        return false;
    }
  };
}

/** The smallest rectangle around places. */
export function boxAround(places: readonly Place[]): PageRect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of places) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Whether the box around a way comes within `reach` of a rectangle. */
function isNear(rect: PageRect, from: Place, to: Place, reach: number): boolean {
  const way = boxAround([from, to]);
  return (
    way.x <= rect.x + rect.width + reach &&
    way.x + way.width >= rect.x - reach &&
    way.y <= rect.y + rect.height + reach &&
    way.y + way.height >= rect.y - reach
  );
}

function isStrokeHit(points: readonly InkPoint[], from: Place, to: Place, distance: number): boolean {
  let before = points[0];
  for (const point of points) {
    if (before !== undefined && segmentsApart(before, point, from, to) <= distance) return true;
    before = point;
  }
  return false;
}

/** The distance of two segments: 0 where they cross, else that of an end from the other segment. */
function segmentsApart(a: Place, b: Place, c: Place, d: Place): number {
  if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) return 0;
  return Math.min(toSegment(a, c, d), toSegment(b, c, d), toSegment(c, a, b), toSegment(d, a, b));
}

function side(a: Place, b: Place, p: Place): number {
  return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

function toSegment(p: Place, a: Place, b: Place): number {
  const length = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
  const along = length === 0 ? 0 : ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length;
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(p.x - a.x - t * (b.x - a.x), p.y - a.y - t * (b.y - a.y));
}
