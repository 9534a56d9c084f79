import { describe, expect, it } from 'vitest';
import type { Annotation, AnnotationShape } from '../../../shared/domain/annotations/annotation.ts';
import type { DocumentVersionId } from '../../../shared/records/ids.ts';
import { isToReview, noteRows } from './note-rows.ts';
import type { PlacedNote } from './page-notes.ts';

let count = 0;
function placed(page: number, shape: AnnotationShape, standing: PlacedNote['standing'] = 'kept'): PlacedNote {
  count += 1;
  const anchor = { versionId: 'v1' as DocumentVersionId, page };
  const id = `${count}.writer-1` as Annotation['id'];
  return { annotation: { id, anchor, text: '', color: 'blue', ...shape }, page, standing };
}
const ink: AnnotationShape = { kind: 'ink', tool: 'pen', width: 2, points: 'AAA' };

describe('overview of notes', () => {
  it('has one line for the handwriting of a page and one for everything else', () => {
    const rows = noteRows([placed(4, ink), placed(4, { kind: 'bookmark' }), placed(4, ink), placed(12, ink)]);
    expect(rows.map((row) => [row.page, row.kind])).toEqual([
      [4, 'ink'],
      [4, 'one'],
      [12, 'ink'],
    ]);
  });

  it('says of a line that something in it is to be reviewed', () => {
    const [row, other] = noteRows([
      placed(1, ink),
      placed(1, ink, 'review'),
      placed(2, { kind: 'bookmark' }),
    ]);
    expect([row, other].map((one) => one !== undefined && isToReview(one))).toEqual([true, false]);
  });
});
