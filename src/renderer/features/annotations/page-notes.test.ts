import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../shared/domain/annotations/annotation.ts';
import type { DocumentVersion } from '../../../shared/records/document-version.ts';
import type { DocumentVersionId } from '../../../shared/records/ids.ts';
import { notesByPage, placeNotes } from './page-notes.ts';

const first = 'nd2-v1' as DocumentVersionId;
const second = 'nd2-v2' as DocumentVersionId;
const bookmark = (name: string, page: number, versionId = first): Annotation => ({
  id: name as Annotation['id'],
  anchor: { versionId, page },
  ...{ kind: 'bookmark', text: '', color: 'red' },
});

/** A page was put in at the front, and what was page 2 has changed. */
const versions = new Map([
  [first, { id: first, pages: 3, replaces: null }],
  [
    second,
    {
      id: second,
      pages: 4,
      replaces: {
        ...{ versionId: first, reason: 'sửa' },
        pages: [
          { from: null, changed: true },
          { from: 1, changed: false },
          { from: 2, changed: true },
          { from: 3, changed: false },
        ],
      },
    },
  ],
]) as unknown as ReadonlyMap<DocumentVersionId, DocumentVersion>;

describe('notes on the pages of a version', () => {
  const notes = [bookmark('1', 3), bookmark('2', 2), bookmark('3', 1), bookmark('4', 1, second)];

  it('stay where they were written', () => {
    const placed = placeNotes(notes.slice(0, 3), first, versions);
    expect(placed.map(({ page, standing }) => [page, standing])).toEqual([
      [1, 'kept'],
      [2, 'kept'],
      [3, 'kept'],
    ]);
  });

  it('go with their pages into a replacement, those of changed pages for a look', () => {
    const byPage = notesByPage(placeNotes(notes, second, versions));
    expect(byPage.get(1)).toMatchObject([{ annotation: { id: '4' }, standing: 'kept' }]);
    expect(byPage.get(2)).toMatchObject([{ annotation: { id: '3' }, standing: 'kept' }]);
    expect(byPage.get(3)).toMatchObject([{ annotation: { id: '2' }, standing: 'review' }]);
    expect(byPage.get(4)).toMatchObject([{ annotation: { id: '1' }, standing: 'kept' }]);
  });

  it('of another document are not among them', () => {
    expect(placeNotes(notes, 'nd3-v1' as DocumentVersionId, versions)).toEqual([]);
  });

  it('show where they were written before the version itself is known', () => {
    expect(placeNotes([bookmark('9', 7)], first, new Map())).toMatchObject([{ page: 7, standing: 'kept' }]);
  });
});
