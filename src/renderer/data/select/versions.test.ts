import { describe, expect, it } from 'vitest';
import { document } from '../../../shared/records/document.ts';
import { documentVersion, type DocumentVersion } from '../../../shared/records/document-version.ts';
import { meetingId, type DocumentVersionId } from '../../../shared/records/ids.ts';
import { historyOf, readVersion, replacementsOf, supersededBlobs } from './versions.ts';

/** Versions 1 to 3 of one paper. */
const texts = [1, 2, 3].map((number): DocumentVersion =>
  documentVersion.parse({
    id: `v${number}`,
    meetingId: 'm1',
    documentId: 'd1',
    number,
    sha256: `${number}`.repeat(64),
    bytes: 10,
    pages: 1,
    fileName: 'du-thao.pdf',
    view: { sha256: `${number}`.repeat(64), bytes: 10 },
    text: null,
    searchable: 'none',
    original: null,
    addedAt: number,
    replaces:
      number === 1
        ? null
        : { versionId: `v${number - 1}`, reason: 'Sửa', pages: [{ from: 1, changed: true }] },
  }),
);
const versions = new Map(texts.map((version) => [version.id, version]));
const paper = document.parse({
  id: 'd1',
  meetingId: 'm1',
  itemId: 'i1',
  order: 1,
  title: 'Dự thảo',
  category: 'main',
  currentVersionId: 'v3',
});
const openedOf =
  (...ids: readonly string[]) =>
  (id: DocumentVersionId): boolean =>
    ids.includes(id);

describe('versions at a seat', () => {
  it('stays with the newest text that was opened, and takes the one in force where none was', () => {
    expect(readVersion(paper, versions, openedOf())).toBe('v3');
    expect(readVersion(paper, versions, openedOf('v1'))).toBe('v1');
    expect(readVersion(paper, versions, openedOf('v1', 'v2'))).toBe('v2');
    expect(readVersion(paper, versions, openedOf('v1', 'v3'))).toBe('v3');
  });

  it('knows the replacements of its meeting, and the texts before them', () => {
    const since = (releasedAt: number | null, id = 'm1') =>
      replacementsOf([paper], { id: meetingId.parse(id), releasedAt }, versions).map(
        ({ version }) => version.id,
      );
    expect(since(2)).toEqual(['v3']);
    expect(since(2, 'm2')).toEqual([]);
    // Replaced before the release, or not released at all: the room has seen nothing else.
    expect([since(3), since(null)]).toEqual([[], []]);
    expect(historyOf(paper.currentVersionId, versions).map(({ number }) => number)).toEqual([3, 2, 1]);
  });

  it('keeps the texts that were replaced, for notes and open pages', () => {
    expect(supersededBlobs([paper], versions).map(({ versionId }) => versionId)).toEqual(['v2', 'v1']);
  });
});
