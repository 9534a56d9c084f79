import { describe, expect, it } from 'vitest';
import type { WantedBlob } from '../../shared/bridge/bridge.ts';
import { RecordIndex, type StoredRecord } from './record-index.ts';
import { keepPack } from './keep-pack.ts';

const stored = (key: string, body: unknown): StoredRecord => ({ key, toJSON: () => ({ body }) });
const sha256 = (letter: string): string => letter.repeat(64);

const room = (currentVersion: string): StoredRecord[] => [
  stored('agenda-item/i1', { id: 'i1', meetingId: 'm1', order: 1, state: 'current' }),
  stored('document/d1', { id: 'd1', itemId: 'i1', order: 1, currentVersionId: currentVersion }),
  stored('document-version/v1', {
    id: 'v1',
    meetingId: 'm1',
    sha256: sha256('f'),
    bytes: 9,
    view: { sha256: sha256('a'), bytes: 5 },
    text: { sha256: sha256('c'), bytes: 2 },
    replaces: null,
  }),
  stored('document-version/v2', {
    id: 'v2',
    meetingId: 'm1',
    view: { sha256: sha256('b'), bytes: 6 },
    text: null,
    replaces: { versionId: 'v1', reason: 'Sửa', pages: [] },
  }),
  stored('meeting/m1', { id: 'm1', state: 'open', plannedAt: 1 }),
];

function setUp() {
  const index = new RecordIndex();
  const wants: (readonly WantedBlob[])[] = [];
  const stop = keepPack({ records: (kind) => index.of(kind) }, { want: (blobs) => void wants.push(blobs) });
  return { index, wants, stop };
}

describe('the pack', () => {
  it('is wanted as soon as the records are read, and anew when another version comes into force', () => {
    const { index, wants } = setUp();
    expect(wants).toEqual([]);
    index.show(room('v1'));
    expect(wants.at(-1)).toEqual([
      { meetingId: 'm1', versionId: 'v1', sha256: sha256('a'), bytes: 5 },
      { meetingId: 'm1', versionId: 'v1', sha256: sha256('c'), bytes: 2 },
    ]);
    index.show(room('v2'));
    // The text that was replaced comes last: notes and an open page may need it.
    expect(wants.at(-1)).toEqual([
      { meetingId: 'm1', versionId: 'v2', sha256: sha256('b'), bytes: 6 },
      { meetingId: 'm1', versionId: 'v1', sha256: sha256('a'), bytes: 5 },
    ]);
  });

  it('is not wanted again when something else changes, nor after it was stopped', () => {
    const { index, wants, stop } = setUp();
    index.show(room('v1'));
    const count = wants.length;
    index.show([
      ...room('v1').slice(0, 4),
      stored('meeting/m1', { id: 'm1', state: 'closed', plannedAt: 1, closedAt: 2 }),
    ]);
    expect(wants).toHaveLength(count);
    stop();
    index.show(room('v2'));
    expect(wants).toHaveLength(count);
  });
});
