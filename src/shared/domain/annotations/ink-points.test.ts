import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  codeStroke,
  farthest,
  maxStrokeCode,
  readStroke,
  strokePoints,
  type InkPoint,
} from './ink-points.ts';
import { layerOperation } from './layer-operation.ts';
import { stampOf, type WriterId } from './stamp.ts';

const point = fc.record({
  x: fc.double({ min: -farthest, max: farthest, noNaN: true }),
  y: fc.double({ min: -farthest, max: farthest, noNaN: true }),
  pressure: fc.double({ min: 0, max: 1, noNaN: true }),
});

/** A hand that writes loops at 240 points a second. */
function handwriting(count: number): readonly InkPoint[] {
  return Array.from({ length: count }, (_, at) => ({
    x: 60 + at * 0.09 + 9 * Math.sin(at / 7),
    y: 120 + 7 * Math.cos(at / 5) + 30 * Math.sin(at / 900),
    pressure: 0.5 + 0.4 * Math.sin(at / 31),
  }));
}

function ink(points: string) {
  return {
    layer: 'personal',
    kind: 'add',
    stamp: stampOf(999_999_999, 'w'.repeat(32) as WriterId),
    anchor: { versionId: 'v'.repeat(64), page: 100_000 },
    shape: { kind: 'ink', tool: 'pen', width: 2.25, points },
    content: { text: '', color: 'blue' },
  };
}

const sizeOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

describe('points of a stroke', () => {
  it('come back to within a thirty-second of a unit, whatever the stroke', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 60 }), (points) => {
        const [code = '', ...more] = codeStroke(points);
        expect(more).toEqual([]);
        const back = strokePoints(code);
        expect(back).toHaveLength(points.length);
        for (const [at, { x, y, pressure }] of points.entries()) {
          expect(Math.abs((back[at]?.x ?? NaN) - x)).toBeLessThanOrEqual(1 / 32);
          expect(Math.abs((back[at]?.y ?? NaN) - y)).toBeLessThanOrEqual(1 / 32);
          expect(Math.abs((back[at]?.pressure ?? NaN) - pressure)).toBeLessThanOrEqual(1 / 62 + 1e-9);
        }
      }),
    );
  });

  it('of handwriting, 5,000 of them, fit into 40 KB with everything around them', () => {
    const codes = codeStroke(handwriting(5_000));
    expect(codes).toHaveLength(1);
    const operation = layerOperation.parse(ink(codes[0] ?? ''));
    expect(sizeOf(operation)).toBeLessThan(25_000);
  });

  it('that jump over the whole page still fit into 40 KB, told as several strokes that join', () => {
    const wild = Array.from({ length: 9_000 }, (_, at) => ({
      x: at % 2 === 0 ? 0 : farthest,
      y: at % 2 === 0 ? farthest : 0,
      pressure: at % 2,
    }));
    const codes = codeStroke(wild);
    expect(codes.length).toBeGreaterThan(1);
    for (const code of codes) expect(sizeOf(layerOperation.parse(ink(code)))).toBeLessThanOrEqual(40_000);
    const strokes = codes.map(strokePoints);
    const starts = strokes.slice(1).map((stroke) => stroke[0]);
    expect(starts).toEqual(strokes.slice(0, -1).map((stroke) => stroke.at(-1)));
    const joined = strokes.flatMap((stroke, at) => (at === 0 ? stroke : stroke.slice(1)));
    expect(joined).toEqual(wild);
  });

  it('are several strokes past 5,000, and none where there is no point', () => {
    expect(codeStroke(handwriting(12_000))).toHaveLength(3);
    expect(codeStroke([])).toEqual([]);
  });

  it('are refused when the text is no stroke', () => {
    const [good = ''] = codeStroke(handwriting(10));
    for (const bad of [
      '',
      'AA',
      `${good}A`,
      `${good}!`,
      `${good}gg`,
      'ggggggggggggA',
      'A'.repeat(maxStrokeCode + 3),
    ])
      expect(readStroke(bad)).toBeNull();
    expect(readStroke(good)).toHaveLength(10);
    expect(layerOperation.safeParse(ink(`${good}A`)).success).toBe(false);
  });

  it('of any text are read or refused, never thrown at, and stay on the page', () => {
    const letters = fc.constantFrom(...'ABghijABgh019-_ !ệ'.split(''));
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 300 }), (text) => {
        for (const { x, y, pressure } of readStroke(text) ?? []) {
          expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(farthest);
          expect(pressure).toBeGreaterThanOrEqual(0);
          expect(pressure).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
