import { describe, expect, it } from 'vitest';
import type { PageOrigin } from '../../shared/records/replacement.ts';
import { read } from './room-state.ts';
import { createTestRoom, openRoom, releasedRoom, type TestRoom } from './testing/test-room.ts';
import { sampleDocument, samplePlan, sampleVote } from './testing/sample-plan.ts';

const clerk = 'clerk:p-clerk';
const chair = 'chair:p-A01';

/** The sample draft with pages 12 and 13 changed. */
const unchanged = Array.from({ length: 60 }, (_, index): PageOrigin => ({ from: index + 1, changed: false }));
const pages = unchanged.map((origin) => ({ ...origin, changed: origin.from === 12 || origin.from === 13 }));

function replacement(change: object = {}) {
  const { meetingId, documentId, itemId: _, title: _title, category: _category, ...facts } = sampleDocument;
  return {
    ...facts,
    meetingId,
    documentId,
    versionId: 'v2',
    sha256: 'b'.repeat(64),
    view: { sha256: 'b'.repeat(64), bytes: 1001 },
    replaces: { versionId: 'v1', reason: 'Sửa Điều 5', pages },
    ...change,
  };
}

const ask = (room: TestRoom, payload: ReturnType<typeof replacement>) =>
  room.ask(clerk, 'document/replace', payload);

function draftRoom(): TestRoom {
  const test = createTestRoom();
  test.ask('hub', 'meeting/create', samplePlan);
  test.ask('hub', 'document/add', sampleDocument);
  test.ask('hub', 'vote/prepare', sampleVote);
  return test;
}

describe('a replacement', () => {
  it('[DOC-1] [DOC-2] comes into force with its reason and its origins, and the old version stays', () => {
    const test = releasedRoom();
    const before = read(test.room.state(), 'document-version', 'v1');
    expect(ask(test, replacement())).toMatchObject({ status: 'accepted' });
    const state = test.room.state();
    expect(read(state, 'document', 'd1')).toMatchObject({
      currentVersionId: 'v2',
      title: 'Dự thảo Nghị quyết',
    });
    expect(read(state, 'document-version', 'v2')).toMatchObject({
      number: 2,
      documentId: 'd1',
      replaces: { versionId: 'v1', reason: 'Sửa Điều 5', pages },
    });
    expect(read(state, 'document-version', 'v1')).toEqual(before);
  });

  it('[DOC-1] of two at once one is refused', () => {
    const test = releasedRoom();
    ask(test, replacement());
    const other = replacement({ versionId: 'v3', sha256: 'c'.repeat(64) });
    expect(ask(test, other)).toMatchObject({ status: 'refused', code: 'document/replaced-already' });
    const next = replacement({
      versionId: 'v3',
      sha256: 'c'.repeat(64),
      replaces: { versionId: 'v2', reason: 'Sửa nữa', pages: unchanged },
    });
    expect(ask(test, next)).toMatchObject({ status: 'accepted' });
    expect(read(test.room.state(), 'document-version', 'v3')).toMatchObject({ number: 3 });
  });

  it.each([
    ['another document', { documentId: 'd9' }, 'document/unknown'],
    ['a version that is there already', { versionId: 'v1' }, 'document/exists'],
    ['a version nobody knows', { replaces: { versionId: 'v9', reason: 'Lý do', pages } }, 'document/unknown'],
    ['the same bytes', { sha256: 'a'.repeat(64) }, 'document/same-text'],
    ['too few origins', { replaces: { versionId: 'v1', reason: 'Lý do', pages: [] } }, 'command/malformed'],
    [
      'an origin beyond the end',
      { replaces: { versionId: 'v1', reason: 'Lý do', pages: pages.with(0, { from: 61, changed: false }) } },
      'command/malformed',
    ],
  ])('[DOC-1] refuses %s', (_, change, code) => {
    const test = releasedRoom();
    expect(ask(test, replacement(change))).toMatchObject({ status: 'refused', code });
    expect(read(test.room.state(), 'document', 'd1')).toMatchObject({ currentVersionId: 'v1' });
  });

  it('[DOC-3] takes a prepared vote with it, and the ballots then name the new text', () => {
    const test = openRoom();
    ask(test, replacement());
    expect(read(test.room.state(), 'vote', 'vote1')).toMatchObject({ state: 'prepared', versionId: 'v2' });
    test.ask(chair, 'vote/open', { voteId: 'vote1' });
    const ballot = { voteId: 'vote1', participantId: 'p-A02', choice: 'approve' } as const;
    expect(test.ask('seat:p-A02', 'ballot/cast', { ...ballot, versionId: 'v1' })).toMatchObject({
      code: 'vote/another-text',
    });
    expect(test.ask('seat:p-A02', 'ballot/cast', { ...ballot, versionId: 'v2' })).toMatchObject({
      status: 'accepted',
    });
  });

  it('[DOC-3] is refused while ballots are taken on the text, and accepted after the lock without touching the vote', () => {
    const test = openRoom();
    test.ask(chair, 'vote/open', { voteId: 'vote1' });
    expect(ask(test, replacement())).toMatchObject({ status: 'refused', code: 'document/being-voted' });
    test.ask(chair, 'vote/hold', { voteId: 'vote1' });
    expect(ask(test, replacement())).toMatchObject({ status: 'refused', code: 'document/being-voted' });
    test.ask(chair, 'vote/lock', { voteId: 'vote1' });
    expect(ask(test, replacement())).toMatchObject({ status: 'accepted' });
    expect(read(test.room.state(), 'vote', 'vote1')).toMatchObject({ state: 'locked', versionId: 'v1' });
  });

  it('[DOC-6] after the release leaves the old text to the room; before it, to the consoles alone', () => {
    const held = (test: TestRoom, who: 'seat:p-A02' | 'clerk:p-clerk'): string[] => {
      const peer = test.connect(who);
      peer.send({ type: 'pull', request: 1, since: 0, limit: 500 });
      const page = peer.received.findLast((message) => message.type === 'page');
      const versions = page?.records.filter(({ kind, body }) => kind === 'document-version' && body !== null);
      return (versions ?? []).map(({ key }) => key).toSorted();
    };
    const both = ['document-version/v1', 'document-version/v2'];
    const later = releasedRoom();
    ask(later, replacement());
    expect([held(later, 'seat:p-A02'), held(later, clerk)]).toEqual([both, both]);
    const before = draftRoom();
    ask(before, replacement());
    before.ask('hub', 'meeting/release', { meetingId: 'm1' });
    expect([held(before, 'seat:p-A02'), held(before, clerk)]).toEqual([['document-version/v2'], both]);
  });

  it('[DOC-2] is the same after a restart', () => {
    const test = releasedRoom();
    ask(test, replacement());
    expect([...test.restart().room.state().records.values()]).toEqual([
      ...test.room.state().records.values(),
    ]);
  });
});
