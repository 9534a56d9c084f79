import type { FaceName, Faces } from './faces.ts';
import { breakLines, toWords, type Line } from './text-lines.ts';

export type Align = 'left' | 'center' | 'right' | 'justify';

/** In points, from its top left corner. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One page being drawn. Coordinates in points from the top left corner, as a reader thinks of a page. */
export class Canvas {
  readonly width: number;
  readonly height: number;
  readonly #faces: Faces;
  readonly #operators: string[] = [];

  constructor(width: number, height: number, faces: Faces) {
    this.width = width;
    this.height = height;
    this.#faces = faces;
  }

  /** The page's content stream. */
  get content(): string {
    return this.#operators.join('\n');
  }

  get faces(): Faces {
    return this.#faces;
  }

  /** Sets a broken line with its baseline at `y`; a justified one fills `room`. */
  line(line: Line, at: { x: number; y: number; room: number; size: number; align: Align }): void {
    const { room, size, align } = at;
    const gaps = line.words.length - 1;
    const stretch = align === 'justify' && !line.isLast && gaps > 0 ? (room - line.width) / gaps : 0;
    const shift = align === 'center' ? (room - line.width) / 2 : align === 'right' ? room - line.width : 0;
    this.#operators.push(`BT 1 0 0 1 ${fix(at.x + shift)} ${fix(this.height - at.y)} Tm`);
    let face = '';
    let shown: string[] = [];
    const flush = (): void => {
      if (shown.length > 0) this.#operators.push(`[${shown.join('')}] TJ`);
      shown = [];
    };
    line.words.forEach((word, index) => {
      word.forEach((piece, part) => {
        if (piece.face.name !== face) {
          flush();
          face = piece.face.name;
          this.#operators.push(`/${face} ${size} Tf`);
        }
        const endsWord = part === word.length - 1 && index < gaps;
        shown.push(piece.face.encode(endsWord ? `${piece.text} ` : piece.text));
        if (endsWord && stretch !== 0) shown.push(String(-Math.round((stretch * 1000) / size)));
      });
    });
    flush();
    this.#operators.push('ET');
  }

  /** Sets one unbroken line of text; `x` is its left, middle or right by `align`. */
  text(text: string, at: { x: number; y: number; size: number; face?: FaceName; align?: Align }): void {
    const [line] = breakLines(
      toWords(text, this.#faces, at.face ?? 'regular'),
      at.size,
      Number.POSITIVE_INFINITY,
      0,
    );
    if (!line) return;
    const shift = at.align === 'center' ? line.width / 2 : at.align === 'right' ? line.width : 0;
    this.line(line, { x: at.x - shift, y: at.y, room: line.width, size: at.size, align: 'left' });
  }

  /** Draws a straight line; `gray` from 0 (black) to 1. */
  rule(from: readonly [number, number], to: readonly [number, number], weight = 0.5, gray = 0): void {
    const [x1, y1, x2, y2] = [from[0], this.height - from[1], to[0], this.height - to[1]].map(fix);
    this.#operators.push(`${gray} G ${weight} w ${x1} ${y1} m ${x2} ${y2} l S`);
  }

  /** Outlines a rectangle. */
  frame({ x, y, width, height }: Rectangle, weight = 0.5): void {
    this.#operators.push(
      `0 G ${weight} w ${fix(x)} ${fix(this.height - y - height)} ${fix(width)} ${fix(height)} re S`,
    );
  }

  /** Fills a rectangle with a colour of three parts from 0 to 1. */
  fill({ x, y, width, height }: Rectangle, colour: readonly [number, number, number]): void {
    const box = [x, this.height - y - height, width, height].map(fix).join(' ');
    this.#operators.push(`q ${colour.join(' ')} rg ${box} re f Q`);
  }

  /** Draws a line through points, smooth where it is given as a pen's path. */
  path(
    points: readonly (readonly [number, number])[],
    weight: number,
    colour: readonly [number, number, number],
  ): void {
    const steps = points.map(
      ([x, y], index) => `${fix(x)} ${fix(this.height - y)} ${index === 0 ? 'm' : 'l'}`,
    );
    this.#operators.push(`q ${colour.join(' ')} RG ${weight} w 1 J 1 j ${steps.join(' ')} S Q`);
  }
}

function fix(value: number): string {
  return String(Math.round(value * 100) / 100);
}
