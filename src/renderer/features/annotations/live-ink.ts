import { annotationColors } from '../../../shared/domain/annotations/annotation-colors.ts';
import type { AnnotationColor } from '../../../shared/domain/annotations/annotation.ts';
import type { InkPoint } from '../../../shared/domain/annotations/ink-points.ts';
import type { Matrix } from './page-transform.ts';
import { growingEnd, pathOf, strokeOutline, type InkTool } from './stroke-path.ts';

/** What a line looks like. */
export interface InkStyle {
  readonly tool: InkTool;
  readonly color: AnnotationColor;
  /** In page units. */
  readonly width: number;
}

/** A stroke while it is drawn: only its end is drawn anew, so that the last point costs what the first did. */
export interface LiveInk {
  /** Draws what has been added since the last time. The whole stroke is given, oldest point first. */
  grow(points: readonly InkPoint[], style: InkStyle): void;
  clear(): void;
  /** From page units to the pixels of the canvas; to be set again whenever the canvas has been given a size. */
  setMatrix(matrix: Matrix): void;
}

/** Draws growing strokes on a canvas. */
export function createLiveInk(canvas: HTMLCanvasElement): LiveInk {
  const context = canvas.getContext('2d', { desynchronized: true });
  let drawn = 0;
  return {
    grow(points, style) {
      if (context === null || points.length === drawn) return;
      context.fillStyle = cssColor(style.color);
      const outline = strokeOutline(growingEnd(points, drawn), style.tool, style.width);
      context.fill(new Path2D(pathOf(outline)));
      drawn = points.length;
    },
    clear() {
      drawn = 0;
      if (context === null) return;
      context.save();
      context.resetTransform();
      context.clearRect(0, 0, canvas.width, canvas.height);
      context.restore();
    },
    setMatrix(matrix) {
      drawn = 0;
      context?.setTransform(...matrix);
    },
  };
}

/** As CSS writes it. */
export function cssColor(color: AnnotationColor): string {
  return `rgb(${annotationColors[color].join(' ')})`;
}
