import { annotationColors, markerOpacity } from '../../../shared/domain/annotations/annotation-colors.ts';
import type { Annotation, PageRect } from '../../../shared/domain/annotations/annotation.ts';
import { strokePoints, type InkPoint } from '../../../shared/domain/annotations/ink-points.ts';
import { boxAround, type PageSpace, type PdfPoint } from './page-space.ts';

/** What an annotation is in a PDF, before it is written as one: numbers in the page's own space. */
export interface NoteShape {
  readonly subtype: 'Ink' | 'Highlight' | 'Text';
  /** Left, bottom, right, top. */
  readonly rect: readonly [number, number, number, number];
  /** The drawing that every reader shows, as operators of a content stream. */
  readonly drawing: string;
  /** Words and pictures under it stay readable. */
  readonly shinesThrough: boolean;
  /** From 0 to 1. */
  readonly opacity: number;
  readonly lineWidth: number | null;
  readonly inkList: readonly (readonly PdfPoint[])[] | null;
  /** Four corners for each line of marked text: top left, top right, bottom left, bottom right as it is read. */
  readonly quads: readonly PdfPoint[] | null;
  /** The picture that a reader may put in place of the drawing. */
  readonly icon: 'Comment' | 'Star' | null;
}

/** Side of the sign of a note or a bookmark, in page units; a note's stands around its place. */
const signSide = 24;

/** The shape of an annotation on a page. */
export function shapeOf(annotation: Annotation, space: PageSpace): NoteShape {
  switch (annotation.kind) {
    case 'ink':
      return inkShape(annotation, space);
    case 'highlight':
      return highlightShape(annotation.rects, annotation, space);
    case 'note':
      return signShape(
        'Comment',
        [annotation.x - signSide / 2, annotation.y - signSide / 2],
        annotation,
        space,
      );
    case 'bookmark':
      return signShape('Star', [space.width - signSide * 1.5, signSide * 0.5], annotation, space);
  }
}

/** The colour of an annotation, each part from 0 to 1. */
export function colorOf({ color }: Pick<Annotation, 'color'>): readonly [number, number, number] {
  const [red, green, blue] = annotationColors[color];
  return [red / 255, green / 255, blue / 255];
}

type Ink = Extract<Annotation, { kind: 'ink' }>;

function inkShape(annotation: Ink, space: PageSpace): NoteShape {
  const points = strokePoints(annotation.points);
  const line = points.map(({ x, y }) => space.toPdf(x, y));
  const isMarker = annotation.tool === 'marker';
  const width = annotation.width * space.unit;
  const widths = points.map((point) => (isMarker ? width : penWidth(point, width)));
  return {
    subtype: 'Ink',
    rect: boxAround(line, Math.max(...widths) / 2 + 1),
    drawing: `${short(colorOf(annotation))} RG 1 J 1 j ${strokes(line, widths)}`,
    shinesThrough: isMarker,
    opacity: isMarker ? markerOpacity : 1,
    lineWidth: width,
    inkList: [line],
    quads: null,
    icon: null,
  };
}

/** The pen on screen thins to less than half without pressure; its line is `width` at full pressure and more. */
function penWidth({ pressure }: InkPoint, width: number): number {
  const thinning = 0.55;
  return width * (1 - 2 * thinning * (0.5 - pressure));
}

/** Lines of one width at a time: a content stream has no line that swells. */
function strokes(line: readonly PdfPoint[], widths: readonly number[]): string {
  const [first] = line;
  if (first === undefined) return '';
  if (line.length === 1) return `${short(widths)} w ${short(first)} m ${short(first)} l S`;
  const parts: string[] = [];
  let before = '';
  for (let at = 1; at < line.length; at += 1) {
    const [from, to] = [line[at - 1] ?? first, line[at] ?? first];
    const width = (((widths[at - 1] ?? 1) + (widths[at] ?? 1)) / 2).toFixed(1);
    if (width !== before) parts.push(`${before === '' ? '' : 'S '}${width} w ${short(from)} m`);
    parts.push(`${short(to)} l`);
    before = width;
  }
  return `${parts.join('\n')} S`;
}

function highlightShape(rects: readonly PageRect[], note: Annotation, space: PageSpace): NoteShape {
  const quads = rects.map(({ x, y, width, height }) => [
    space.toPdf(x, y),
    space.toPdf(x + width, y),
    space.toPdf(x, y + height),
    space.toPdf(x + width, y + height),
  ]);
  const boxes = quads.map((corners) => boxAround(corners));
  const drawn = boxes.map(([left, bottom, right, top]) => short([left, bottom, right - left, top - bottom]));
  return {
    subtype: 'Highlight',
    rect: boxAround(quads.flat()),
    drawing: `${short(colorOf(note))} rg ${drawn.map((box) => `${box} re`).join(' ')} f`,
    shinesThrough: true,
    opacity: markerOpacity,
    lineWidth: null,
    inkList: null,
    quads: quads.flat(),
    icon: null,
  };
}

/**
 * A small sheet with lines on it, or a ribbon. Readers keep the sign of a note upright and hold on to the corner of its
 * box that is the upper left one in the page's own space, so that corner stands where the sign begins as it is read.
 */
function signShape(
  icon: 'Comment' | 'Star',
  [x, y]: readonly [number, number],
  note: Annotation,
  space: PageSpace,
): NoteShape {
  const [left, top] = space.toPdf(x, y);
  const side = signSide * space.unit;
  const at = (right: number, down: number): string => short([left + right * side, top - down * side]);
  const sheet = `${at(0.1, 0.05)} m ${at(0.9, 0.05)} l ${at(0.9, 0.95)} l ${at(0.1, 0.95)} l h B`;
  const rows = [0.3, 0.5, 0.7].map((down) => `${at(0.25, down)} m ${at(0.75, down)} l S`).join(' ');
  const ribbon = `${at(0.2, 0)} m ${at(0.8, 0)} l ${at(0.8, 1)} l ${at(0.5, 0.7)} l ${at(0.2, 1)} l h B`;
  const outline = `0.2 0.2 0.2 RG ${short([space.unit])} w`;
  const drawn = icon === 'Comment' ? `${outline} ${sheet} 1 1 1 RG ${rows}` : `${outline} ${ribbon}`;
  return {
    subtype: 'Text',
    rect: [left, top - side, left + side, top],
    drawing: `${short(colorOf(note))} rg ${drawn}`,
    shinesThrough: false,
    opacity: 1,
    lineWidth: null,
    inkList: null,
    quads: null,
    icon,
  };
}

function short(numbers: readonly number[]): string {
  return numbers.map((number) => String(Math.round(number * 1000) / 1000)).join(' ');
}
