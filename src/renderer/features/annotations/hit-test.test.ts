import { describe, expect, it } from 'vitest';
import type { Annotation, AnnotationShape } from '../../../shared/domain/annotations/annotation.ts';
import { codeStroke } from '../../../shared/domain/annotations/ink-points.ts';
import type { DocumentVersionId } from '../../../shared/records/ids.ts';
import { createHitTest } from './hit-test.ts';

function annotation(shape: AnnotationShape): Annotation {
  const anchor = { versionId: 'v1' as DocumentVersionId, page: 1 };
  return { id: '1.writer-1' as Annotation['id'], anchor, text: '', color: 'blue', ...shape };
}

const [line = ''] = codeStroke([
  { x: 100, y: 100, pressure: 0.5 },
  { x: 200, y: 100, pressure: 0.5 },
]);
const ink = annotation({ kind: 'ink', tool: 'pen', width: 2, points: line });
const at = (x: number, y: number) => ({ x, y });

describe('eraser', () => {
  const hits = createHitTest();

  it('takes a stroke that it touches, crosses between two points, or comes close to', () => {
    expect(hits(ink, at(150, 103), at(150, 103), 3)).toBe(true);
    expect(hits(ink, at(150, 40), at(151, 160), 0)).toBe(true);
  });

  it('leaves a stroke that it only passes by, also within its box', () => {
    const [bow = ''] = codeStroke([at(0, 0), at(100, 0), at(100, 100)].map((p) => ({ ...p, pressure: 1 })));
    const corner = annotation({ kind: 'ink', tool: 'pen', width: 2, points: bow });
    expect(hits(corner, at(20, 60), at(60, 80), 5)).toBe(false);
    expect(hits(ink, at(150, 110), at(160, 110), 5)).toBe(false);
  });

  it('takes marked lines and notes, and never a bookmark', () => {
    const rects = [{ x: 10, y: 10, width: 50, height: 12 }];
    expect(hits(annotation({ kind: 'highlight', rects, excerpt: '' }), at(30, 15), at(30, 15), 1)).toBe(true);
    expect(hits(annotation({ kind: 'highlight', rects, excerpt: '' }), at(30, 40), at(30, 40), 1)).toBe(
      false,
    );
    expect(hits(annotation({ kind: 'note', x: 50, y: 50 }), at(55, 45), at(55, 45), 1)).toBe(true);
    expect(hits(annotation({ kind: 'bookmark' }), at(0, 0), at(600, 800), 50)).toBe(false);
  });
});
