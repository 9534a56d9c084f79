import { getStroke } from 'perfect-freehand';
import type { InkPoint } from '../../../shared/domain/annotations/ink-points.ts';

/** How a tool's line answers to pressure: a pen widely, a marker not at all. */
const thinningOf = { pen: 0.55, marker: 0 } as const;
export type InkTool = keyof typeof thinningOf;

/** The outline of a stroke, in the units of its points. */
export function strokeOutline(
  points: readonly InkPoint[],
  tool: InkTool,
  width: number,
): readonly (readonly [number, number])[] {
  return getStroke(
    points.map(({ x, y, pressure }) => [x, y, pressure]),
    {
      size: width,
      thinning: thinningOf[tool],
      smoothing: 0.5,
      streamline: 0.3,
      simulatePressure: false,
      last: true,
    },
  );
}

/** An outline as the path of SVG and Path2D: a closed line, rounded through the middles of its sides. */
export function pathOf(outline: readonly (readonly [number, number])[]): string {
  const [first] = outline;
  if (first === undefined) return '';
  const parts = [`M${short(first[0])} ${short(first[1])}Q`];
  for (const [at, [x, y]] of outline.entries()) {
    const [nextX, nextY] = outline[(at + 1) % outline.length] ?? first;
    parts.push(`${short(x)} ${short(y)} ${short((x + nextX) / 2)} ${short((y + nextY) / 2)} `);
  }
  return `${parts.join('')}Z`;
}

/** The points that still shape the end of a growing stroke: enough that its beginning joins what was drawn before. */
export function growingEnd(points: readonly InkPoint[], drawn: number): readonly InkPoint[] {
  return points.slice(Math.max(0, drawn - warmUp));
}

const warmUp = 12;

function short(value: number): number {
  return Math.round(value * 100) / 100;
}
