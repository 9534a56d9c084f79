import { describe, expect, it } from 'vitest';
import { documentVersionId } from '../../shared/records/ids.ts';
import type { RosterDevice } from '../../shared/protocol/roster.ts';
import { openRoom, type TestPeer, type TestRoom } from './testing/test-room.ts';
import { sampleDocument } from './testing/sample-plan.ts';

const [v1, v2] = [documentVersionId.parse('v1'), documentVersionId.parse('v2')];

function replace(test: TestRoom): void {
  const { meetingId, documentId, itemId: _, title: _title, category: _category, ...facts } = sampleDocument;
  const pages = Array.from({ length: facts.pages }, (_page, index) => ({ from: index + 1, changed: false }));
  test.ask('clerk:p-clerk', 'document/replace', {
    ...facts,
    meetingId,
    documentId,
    versionId: v2,
    sha256: 'b'.repeat(64),
    replaces: { versionId: v1, reason: 'Sửa Điều 5', pages },
  });
}

function rosterOf(peer: TestPeer): readonly RosterDevice[] {
  return peer.received.findLast((message) => message.type === 'roster')?.devices ?? [];
}

const awaitedAt = (peer: TestPeer, participant: string): readonly string[] | undefined =>
  rosterOf(peer).find(({ participantId }) => participantId === participant)?.awaited;

describe('[DOC-5] who holds a replacement', () => {
  const readiness = {
    ...{ packHeld: 1, packTotal: 1, missing: [], waiting: 0, stranded: [], clockDifferenceMs: null },
  };

  it('is awaited of every terminal from the moment it is in force, until it says that it holds it', () => {
    const test = openRoom();
    const chair = test.connect('chair:p-A01');
    const seat = test.connect('seat:p-A02');
    test.connect('seat:p-A03');
    seat.send({ type: 'report', ...readiness, held: [v1] });
    expect(awaitedAt(chair, 'p-A02')).toEqual([]);
    replace(test);
    expect([awaitedAt(chair, 'p-A02'), awaitedAt(chair, 'p-A03')]).toEqual([[v2], [v2]]);
    seat.send({ type: 'report', ...readiness, missing: [v2], held: [v1] });
    expect(awaitedAt(chair, 'p-A02')).toEqual([v2]);
    seat.send({ type: 'report', ...readiness, held: [v2, v1] });
    expect([awaitedAt(chair, 'p-A02'), awaitedAt(chair, 'p-A03')]).toEqual([[], [v2]]);
  });

  it('is remembered while the terminal is away', () => {
    const test = openRoom();
    const chair = test.connect('chair:p-A01');
    const first = test.connect('seat:p-A02');
    first.send({ type: 'report', ...readiness, held: [v1] });
    replace(test);
    first.send({ type: 'report', ...readiness, held: [v2, v1] });
    const second = test.connect('seat:p-A02');
    second.send({ type: 'ping', at: 1 });
    expect(awaitedAt(chair, 'p-A02')).toEqual([]);
  });
});
