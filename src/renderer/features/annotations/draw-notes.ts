import type { Annotation } from '../../../shared/domain/annotations/annotation.ts';
import { strokePoints } from '../../../shared/domain/annotations/ink-points.ts';
import { cssColor } from './live-ink.ts';
import type { PlacedNote } from './page-notes.ts';
import type { Matrix } from './page-transform.ts';
import { pathOf, strokeOutline } from './stroke-path.ts';

/** The shapes of annotations as paths in page units, each made once. */
export type PathOf = (annotation: Annotation) => Path2D;

/** Creates the store of shapes; a shape never changes under its name. */
export function createPaths(): PathOf {
  const known = new Map<string, Path2D>();
  return (annotation) => {
    const path = known.get(annotation.id) ?? makePath(annotation);
    known.set(annotation.id, path);
    return path;
  };
}

function makePath(annotation: Annotation): Path2D {
  if (annotation.kind === 'ink') {
    return new Path2D(
      pathOf(strokeOutline(strokePoints(annotation.points), annotation.tool, annotation.width)),
    );
  }
  const path = new Path2D();
  if (annotation.kind === 'highlight') {
    for (const { x, y, width, height } of annotation.rects) path.rect(x, y, width, height);
  }
  return path;
}

/** Whether it is drawn with the light of a marker, under the ink. */
export function isMark({ annotation }: PlacedNote): boolean {
  return annotation.kind === 'highlight' || (annotation.kind === 'ink' && annotation.tool === 'marker');
}

/** Whether it is drawn with a pen. */
export function isInk({ annotation }: PlacedNote): boolean {
  return annotation.kind === 'ink' && annotation.tool === 'pen';
}

/** Those that wait to be looked at again stand back. */
const reviewAlpha = 0.55;

/** Draws notes over what the canvas holds. */
export function drawNotes(
  context: CanvasRenderingContext2D,
  notes: readonly PlacedNote[],
  matrix: Matrix,
  paths: PathOf,
): void {
  context.setTransform(...matrix);
  for (const { annotation, standing } of notes) {
    context.globalAlpha = standing === 'review' ? reviewAlpha : 1;
    context.fillStyle = cssColor(annotation.color);
    context.fill(paths(annotation));
  }
}
