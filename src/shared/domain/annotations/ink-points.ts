/**
 * The points of a stroke as short text. Coordinates are counted in sixteenths of a page unit and pressure in 32 steps;
 * each number is told as the difference from the point before, in the variable-length base 64 of source maps
 * (a sign bit, then groups of five bits, the smallest first). A point of handwriting takes three to five characters.
 */
import { must } from '../../std/must.ts';

/** A place of the pen: page units, and pressure from 0 to 1. */
export interface InkPoint {
  readonly x: number;
  readonly y: number;
  readonly pressure: number;
}

/** Most points in one stroke; a longer one is told as several. */
export const maxStrokePoints = 5_000;
/** Longest coded text of one stroke, in characters. */
export const maxStrokeCode = 39_000;
/** Farthest coordinate from the origin, in page units: a page is at most 5 m (14,173 points) wide. */
export const farthest = 20_000;

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const unitsPerPoint = 16;
const pressureSteps = 31;

/**
 * Codes a stroke. A stroke too long for one code comes out as several, each beginning where the one before ended;
 * an empty one as none. Coordinates beyond the farthest are drawn back to it.
 */
export function codeStroke(points: readonly InkPoint[]): readonly string[] {
  const codes: string[] = [];
  let coder = startCode();
  for (const point of points) {
    if (!coder.add(point)) {
      codes.push(coder.text());
      const last = coder.last();
      coder = startCode();
      coder.add(last);
      coder.add(point);
    }
  }
  if (coder.text() !== '') codes.push(coder.text());
  return codes;
}

/** Reads a coded stroke; null when the text is not one. */
export function readStroke(code: string): readonly InkPoint[] | null {
  if (code.length > maxStrokeCode) return null;
  const numbers = readNumbers(code);
  if (numbers === null || numbers.length === 0 || numbers.length % 3 !== 0) return null;
  if (numbers.length > maxStrokePoints * 3) return null;
  const points: InkPoint[] = [];
  let x = 0;
  let y = 0;
  let pressure = 0;
  for (let at = 0; at < numbers.length; at += 3) {
    x += numbers[at] ?? 0;
    y += numbers[at + 1] ?? 0;
    pressure += numbers[at + 2] ?? 0;
    const isInside = Math.max(Math.abs(x), Math.abs(y)) <= farthest * unitsPerPoint;
    if (!isInside || pressure < 0 || pressure > pressureSteps) return null;
    points.push({ x: x / unitsPerPoint, y: y / unitsPerPoint, pressure: pressure / pressureSteps });
  }
  return points;
}

/** The points of a coded stroke that has been checked already. */
export function strokePoints(code: string): readonly InkPoint[] {
  const points = readStroke(code);
  must(points !== null, 'a stroke is checked where it comes in');
  return points;
}

type Step = readonly [x: number, y: number, pressure: number];

function startCode() {
  const parts: string[] = [];
  let length = 0;
  let last: Step = [0, 0, 0];
  return {
    /** False when the point has no room. */
    add(point: InkPoint): boolean {
      const step = stepOf(point);
      const part = step.map((value, axis) => codeNumber(value - (last[axis] ?? 0))).join('');
      if (parts.length >= maxStrokePoints || length + part.length > maxStrokeCode) return false;
      parts.push(part);
      length += part.length;
      last = step;
      return true;
    },
    last: (): InkPoint => ({
      x: last[0] / unitsPerPoint,
      y: last[1] / unitsPerPoint,
      pressure: last[2] / pressureSteps,
    }),
    text: (): string => parts.join(''),
  };
}

function stepOf({ x, y, pressure }: InkPoint): Step {
  const place = (value: number) => Math.round(Math.max(-farthest, Math.min(farthest, value)) * unitsPerPoint);
  return [place(x), place(y), Math.round(Math.max(0, Math.min(1, pressure)) * pressureSteps)];
}

function codeNumber(value: number): string {
  let rest = value < 0 ? (-value << 1) | 1 : value << 1;
  let text = '';
  do {
    const group = rest & 31;
    rest >>>= 5;
    text += digits.charAt(rest > 0 ? group | 32 : group);
  } while (rest > 0);
  return text;
}

function readNumbers(code: string): number[] | null {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const character of code) {
    const digit = digits.indexOf(character);
    if (digit < 0 || shift > 25) return null;
    value |= (digit & 31) << shift;
    if ((digit & 32) !== 0) {
      shift += 5;
      continue;
    }
    numbers.push((value & 1) === 1 ? -(value >>> 1) : value >>> 1);
    value = 0;
    shift = 0;
  }
  return shift === 0 ? numbers : null;
}
