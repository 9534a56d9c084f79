import { numbersPerWord, wordMarks, type PageText } from './frame-messages.ts';

/** A run of letters as pdf.js gives it: its text, and the matrix that leads from its own units to those of the page. */
export interface TextRun {
  readonly str: string;
  readonly transform: readonly number[];
  /** Width and height in units of the page; vertical writing runs along the height. */
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
  readonly family: string;
  readonly isVertical: boolean;
}

/** The page as it is shown upright: its size in points, and the matrix from units of the page to it. */
export interface TextFrame {
  readonly width: number;
  readonly height: number;
  readonly transform: readonly number[];
}

/** Where the base line lies in a box as high as its letters; the common faces agree on it to a hundredth. */
const baseLine = 0.81;

/**
 * Where the words of a page lie, so that whoever selects over the drawing selects what is drawn. `measure` gives the
 * width of a text set 100 units high in a family; the letters are stretched to the width they have on the page.
 */
export function placeText(
  runs: readonly TextRun[],
  frame: TextFrame,
  measure: (text: string, family: string) => number,
): PageText {
  const words: string[] = [];
  const places = new Float32Array(runs.length * numbersPerWord);
  for (const run of runs) {
    const [a, b, c, d, e, f] = product(frame.transform, run.transform);
    const angle = Math.atan2(b, a) + (run.isVertical ? Math.PI / 2 : 0);
    const height = Math.hypot(c, d);
    const rise = baseLine * height;
    const natural = (measure(run.str, run.family) / 100) * height;
    const length = run.isVertical ? run.height : run.width;
    const left = (e + rise * Math.sin(angle)) / frame.width;
    const top = (f - rise * Math.cos(angle)) / frame.height;
    const stretch = natural > 0 && length > 0 ? length / natural : 1;
    const numbers = [left, top, height, stretch, angle, marksOf(run)];
    places.set(numbers.map(finite), words.length * numbersPerWord);
    words.push(run.str);
  }
  return { words, places };
}

function marksOf({ hasEOL, family }: TextRun): number {
  const face = family === 'monospace' ? wordMarks.isMono : family === 'serif' ? wordMarks.isSerif : 0;
  return face | (hasEOL ? wordMarks.endsLine : 0);
}

type Matrix = readonly [number, number, number, number, number, number];

function product(outer: readonly number[], inner: readonly number[]): Matrix {
  const [a, b, c, d, e, f] = matrix(outer);
  const [g, h, i, j, k, l] = matrix(inner);
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function matrix([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): Matrix {
  return [a, b, c, d, e, f];
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}
