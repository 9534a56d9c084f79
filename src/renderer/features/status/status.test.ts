import { describe, expect, it } from 'vitest';
import type { BlobProgress, LinkStatus } from '../../../shared/bridge/bridge.ts';
import { documentVersionId, meetingId, sha256 } from '../../../shared/records/ids.ts';
import { joinNotes, type Entry } from './outbox-words.ts';
import { linkSituation } from './link-situation.ts';
import { packStateOf } from './pack-state.ts';

function blob(digit: string, state: BlobProgress['state']): BlobProgress {
  return {
    meetingId: meetingId.parse('m1'),
    versionId: documentVersionId.parse(`v-${digit}`),
    sha256: sha256.parse(digit.repeat(64)),
    heldBytes: 0,
    bytes: 10,
    state,
  };
}

function link(state: LinkStatus['state']): LinkStatus {
  return { state, since: 0, clockDifferenceMs: null, code: null };
}

describe('joinNotes', () => {
  const entry = (id: string, command: Entry['command']): Entry => ({ id, command }) as Entry;

  it('[INV-4] tells of notes that wait as one thing, and of everything else singly', () => {
    const [first, ballot, second] = [
      entry('c1', 'layer/append'),
      entry('c2', 'ballot/cast'),
      entry('c3', 'layer/append'),
    ];
    expect(joinNotes([first, ballot, second])).toEqual([
      { entry: first, count: 2 },
      { entry: ballot, count: 1 },
    ]);
    expect(joinNotes([])).toEqual([]);
  });
});

describe('packStateOf', () => {
  it('counts what is held and checked, not what is on its way', () => {
    expect(packStateOf([blob('a', 'held'), blob('b', 'fetching')])).toEqual({
      state: 'fetching',
      have: 1,
      total: 2,
    });
    expect(packStateOf([blob('a', 'held')]).state).toBe('whole');
    expect(packStateOf([]).state).toBe('none');
  });

  it('counts a document once, whatever it is made of, and when all of it is here', () => {
    const words = { ...blob('b', 'fetching'), versionId: documentVersionId.parse('v-a') };
    expect(packStateOf([blob('a', 'held'), words])).toEqual({ state: 'fetching', have: 0, total: 1 });
    expect(packStateOf([blob('a', 'held'), { ...words, state: 'held' }])).toEqual({
      state: 'whole',
      have: 1,
      total: 1,
    });
  });

  it('says the worst of several documents', () => {
    const blobs = [blob('a', 'refetching'), blob('b', 'fetching')];
    expect(packStateOf(blobs).state).toBe('refetching');
    expect(packStateOf([...blobs, blob('c', 'disk-full')]).state).toBe('disk-full');
  });
});

describe('linkSituation', () => {
  it('[AT-09] tells a cold start without a hub from a lost link', () => {
    expect(linkSituation(link('offline'), null)).toBe('cold');
    const facts = {
      roomId: 'r' as never,
      epoch: 1,
      history: 0,
      viewer: { surface: 'seat', personId: null, atConsole: false },
      participantId: null,
    } as const;
    expect(linkSituation(link('offline'), facts)).toBe('lost');
    expect(linkSituation(link('live'), facts)).toBe('live');
  });
});
