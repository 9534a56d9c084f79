import { describe, expect, it } from 'vitest';
import { annotationShape } from '../../../shared/domain/annotations/annotation.ts';
import { markOf, tidyRects } from './text-marks.ts';

const rect = (x: number, y: number, width: number, height = 12) => ({ x, y, width, height });

describe('marking selected words', () => {
  it('gives one rectangle a line, however many pieces and holders the selection tells of', () => {
    const pieces = [rect(60, 100, 80), rect(60, 100, 80), rect(141, 101, 60), rect(60, 118, 200, 12)];
    expect(tidyRects(pieces)).toEqual([rect(60, 100, 141, 13), rect(60, 118, 200)]);
  });

  it('keeps two columns apart, and drops what has no size', () => {
    expect(tidyRects([rect(60, 100, 80), rect(320, 100, 80), rect(5, 5, 0)])).toHaveLength(2);
  });

  it('quotes the words in NFC, shortened, in a shape that can be stored', () => {
    const decomposed = 'Nghị quyết\n về '.normalize('NFD');
    const mark = markOf({ page: 1, rects: [rect(1, 2, 3)], text: decomposed });
    expect(mark?.excerpt).toBe('Nghị quyết về');
    const long = markOf({
      page: 1,
      rects: Array.from({ length: 900 }, (_, at) => rect(1, at * 20, 9)),
      text: 'a'.repeat(9000),
    });
    expect(annotationShape.safeParse(long).success).toBe(true);
    expect(markOf({ page: 1, rects: [], text: 'x' })).toBeNull();
  });
});
