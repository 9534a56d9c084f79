import { describe, expect, it } from 'vitest';
import type { DownMessage } from '../../shared/protocol/down.ts';
import { commandId, participantId } from '../../shared/records/ids.ts';
import type { WireRecord } from '../../shared/records/wire-record.ts';
import { projectRecord } from './pages.ts';
import { createTestRoom, openRoom, releasedRoom, type TestPeer } from './testing/test-room.ts';
import { sampleDocument, samplePlan, sampleVote } from './testing/sample-plan.ts';

function pull(peer: TestPeer, since = 0, limit = 500): Extract<DownMessage, { type: 'page' }> {
  peer.send({ type: 'pull', request: 7, since, limit });
  const page = peer.received.at(-1);
  if (page?.type !== 'page') throw new Error('no page');
  return page;
}

const kindsOf = (records: readonly WireRecord[]): string[] =>
  [...new Set(records.map((one) => one.kind))].sort();

describe('recollecting', () => {
  it('[WIRE-9] says which accepted commands are in the log, and writes nothing', () => {
    const test = openRoom();
    test.ask('chair:p-A01', 'item/start', { itemId: 'i1' }, 'c-taken');
    test.ask('seat:p-A05', 'item/start', { itemId: 'i1' }, 'c-refused');
    const entries = test.log.length;
    const nobody = test.connect('seat:');
    nobody.send({
      type: 'recollect',
      ids: ['c-taken', 'c-refused', 'c-other'].map((id) => commandId.parse(id)),
    });
    expect(nobody.received.at(-1)).toEqual({
      type: 'recollected',
      asked: ['c-taken', 'c-refused', 'c-other'],
      known: ['c-taken'],
    });
    expect(test.log).toHaveLength(entries);
  });

  it('[SEAT-4] the roster tells the consoles what was left behind at a terminal', () => {
    const test = openRoom();
    const clerk = test.connect('clerk:p-clerk');
    const stranded = [
      { participantId: participantId.parse('p-A05'), command: 'ballot/cast', madeAt: 5 },
    ] as const;
    const readiness = {
      packHeld: 0,
      packTotal: 0,
      missing: [],
      held: [],
      waiting: 1,
      clockDifferenceMs: null,
    };
    test.connect('seat:').send({ type: 'report', ...readiness, stranded: [...stranded] });
    const roster = clerk.received.findLast((message) => message.type === 'roster');
    expect(roster?.devices.flatMap((device) => device.stranded)).toEqual(stranded);
  });
});

describe('greeting', () => {
  it('[WIRE-2] nothing but hello comes first, and hello comes once', () => {
    const test = releasedRoom();
    const rude = test.connect(null);
    rude.send({ type: 'ping', at: 1 });
    const twice = test.connect('screen:');
    twice.send({
      type: 'hello',
      protocol: 1,
      deviceToken: 'x',
      sessionToken: null,
      epochSeen: 0,
      have: null,
    });
    for (const peer of [rude, twice]) {
      expect(peer.received.at(-1)).toEqual({ type: 'rejected', code: 'protocol/out-of-order' });
      expect(peer.isClosed()).toBe(true);
    }
  });

  it('[INV-6] an unknown device and another protocol are rejected', () => {
    const test = releasedRoom();
    expect(test.connect('unknown' as never).received).toEqual([
      { type: 'rejected', code: 'access/unknown-device' },
    ]);
    const old = test.connect(null);
    old.send({
      type: 'hello',
      protocol: 99,
      deviceToken: 'seat:',
      sessionToken: null,
      epochSeen: 0,
      have: null,
    });
    expect(old.received).toEqual([{ type: 'rejected', code: 'protocol/unsupported' }]);
  });

  it('[INV-10] [WIRE-7] a hub that meets a higher epoch accepts nothing more', () => {
    const test = openRoom();
    const peer = test.connect('seat:p-A02', null, 2);
    expect(peer.received).toEqual([{ type: 'rejected', code: 'hub/stale-epoch' }]);
    expect(test.room.mode()).toBe('stale');
    expect(test.ask('chair:p-A01', 'item/start', { itemId: 'i1' })).toEqual({
      status: 'unavailable',
      code: 'hub/stale-epoch',
    });
  });

  it('the missing records follow the welcome without being asked for', () => {
    const test = openRoom();
    const { seq } = test.room.head();
    const peer = test.connect('seat:p-A02', { epoch: 1, seq: seq - 1 });
    expect(peer.received.map((message) => message.type)).toEqual(['welcome', 'page']);
    expect(peer.received[1]).toMatchObject({ request: -1, since: seq - 1, upTo: seq, complete: true });
  });
});

describe('who sees what', () => {
  it('[MTG-1] [AT-01] a draft is on the consoles alone, and the release brings it to the room', () => {
    const test = createTestRoom();
    const seat = test.connect('seat:');
    test.ask('hub', 'meeting/create', samplePlan);
    test.ask('hub', 'document/add', sampleDocument);
    test.ask('hub', 'vote/prepare', sampleVote);
    const clerk = test.connect('clerk:p-clerk');
    expect(pull(seat).records).toEqual([]);
    expect(kindsOf(pull(clerk).records)).toContain('document-version');
    test.ask('hub', 'meeting/release', { meetingId: 'm1' });
    expect(kindsOf(pull(seat).records)).toEqual([
      'agenda-item',
      'attendance',
      'document',
      'document-version',
      'meeting',
      'participant',
      'person',
      'presentation',
    ]);
  });

  it('[INV-11] the screen is sent public records alone, and no split before the announcement', () => {
    const test = openRoom();
    const screen = test.connect('screen:');
    const seat = test.connect('seat:p-A03');
    test.ask('chair:p-A01', 'vote/open', { voteId: 'vote1' });
    test.ask('seat:p-A02', 'ballot/cast', {
      voteId: 'vote1',
      participantId: 'p-A02',
      choice: 'approve',
      versionId: 'v1',
    });
    test.ask('chair:p-A01', 'vote/lock', { voteId: 'vote1' });
    expect(kindsOf(pull(screen).records)).toEqual(['agenda-item', 'meeting', 'vote']);
    expect(kindsOf(pull(seat).records)).not.toContain('tally');
    expect(JSON.stringify([screen.received, seat.received])).not.toContain('"approve":');
    test.ask('chair:p-A01', 'vote/announce', { voteId: 'vote1' });
    expect(kindsOf(pull(screen).records)).toContain('tally');
  });

  it('[VOTE-6] who has voted is told to the consoles; a ballot to its owner, without the choice', () => {
    const test = openRoom();
    test.ask('chair:p-A01', 'vote/open', { voteId: 'vote1' });
    const own = test.connect('seat:p-A02');
    const other = test.connect('seat:p-A03');
    const chair = test.connect('chair:p-A01');
    test.ask('seat:p-A02', 'ballot/cast', {
      voteId: 'vote1',
      participantId: 'p-A02',
      choice: 'abstain',
      versionId: 'v1',
    });
    const kinds = [own, other, chair].map((peer) => {
      const poke = peer.received.at(-1);
      return poke?.type === 'poke' ? kindsOf(poke.records) : [];
    });
    expect(kinds).toEqual([['ballot', 'vote'], ['vote'], ['vote', 'vote-progress']]);
    expect(JSON.stringify([own.received, other.received, chair.received])).not.toContain('abstain');
  });
});

describe('what a viewer may see no more', () => {
  it('[WIRE-5] is ended for who saw it, unknown to who never did, and whole for who still may', () => {
    const state = openRoom().room.state();
    const [stored] = state.records.values();
    if (stored === undefined) throw new Error('no record');
    const seat = { surface: 'seat', personId: null, atConsole: false } as const;
    const withdrawn = {
      ...stored,
      audience: { to: 'consoles' as const },
      formerly: [{ to: 'room' as const }],
    };
    const unseen = { ...withdrawn, formerly: [] };
    expect(projectRecord(seat, withdrawn)).toMatchObject({ key: stored.key, body: null });
    expect(projectRecord(seat, unseen)).toBeNull();
    expect(projectRecord({ ...seat, surface: 'chair', atConsole: true }, withdrawn)?.body).toBe(stored.body);
  });
});

describe('pulls and pokes', () => {
  it('[WIRE-3] pages are cut between entries, and together they are the whole', () => {
    const test = openRoom();
    const peer = test.connect('seat:p-A02');
    const whole = pull(peer).records;
    const parts: WireRecord[] = [];
    for (let since = 0, complete = false; !complete;) {
      const page = pull(peer, since, 3);
      const last = page.records.at(-1)?.seq ?? page.upTo;
      expect(page.upTo).toBeGreaterThanOrEqual(last);
      parts.push(...page.records);
      ({ upTo: since, complete } = page);
    }
    expect(parts).toEqual(whole);
  });

  it('[WIRE-4] every poke names the one before, also where this viewer may see nothing of it', () => {
    const test = openRoom();
    const peer = test.connect('screen:');
    const { seq } = test.room.head();
    test.ask('chair:p-A01', 'vote/open', { voteId: 'vote1' });
    test.ask('seat:p-A02', 'vote/lock', { voteId: 'vote1' });
    const pokes = peer.received.flatMap((message) => (message.type === 'poke' ? [message] : []));
    expect(pokes.map(({ prev, seq: at }) => [prev, at])).toEqual([
      [seq, seq + 1],
      [seq + 1, seq + 2],
    ]);
  });

  it('[WIRE-4] a command asked while an answer is given is told in a poke of its own', () => {
    const test = openRoom();
    const peer = test.connect('screen:');
    const { seq } = test.room.head();
    test.submit('chair:p-A01', 'vote/open', { voteId: 'vote1' }, 'x', () => {
      test.submit('chair:p-A01', 'vote/hold', { voteId: 'vote1' }, 'y', () => undefined);
    });
    test.endTurn();
    const pokes = peer.received.flatMap((message) => (message.type === 'poke' ? [message] : []));
    const states = pokes.map(({ records }) => records.map((one) => (one.kind === 'vote' ? one.body : null)));
    expect(pokes.map(({ prev, seq: at }) => [prev, at])).toEqual([
      [seq, seq + 1],
      [seq + 1, seq + 2],
    ]);
    expect(states).toMatchObject([[{ state: 'open' }], [{ state: 'held' }]]);
  });

  it('[INV-9] what pokes bring is what a pull brings', () => {
    const test = openRoom();
    const live = test.connect('seat:p-A02');
    const held = new Map(pull(live).records.map((record) => [record.key, record]));
    test.ask('chair:p-A01', 'vote/open', { voteId: 'vote1' });
    test.ask('seat:p-A02', 'ballot/cast', {
      voteId: 'vote1',
      participantId: 'p-A02',
      choice: 'approve',
      versionId: 'v1',
    });
    test.ask('chair:p-A01', 'vote/lock', { voteId: 'vote1' });
    test.ask('chair:p-A01', 'vote/announce', { voteId: 'vote1' });
    for (const message of live.received) {
      if (message.type === 'poke') for (const record of message.records) held.set(record.key, record);
    }
    const fresh = pull(test.connect('seat:p-A02')).records;
    expect([...held.values()].sort((a, b) => (a.key < b.key ? -1 : 1))).toEqual(
      [...fresh].sort((a, b) => (a.key < b.key ? -1 : 1)),
    );
  });
});

describe('commands as messages', () => {
  it('[WIRE-1] an unknown type and a bad payload are answered with a code and close nothing', () => {
    const peer = openRoom().connect('seat:p-A02');
    const send = (id: string, command: string, payload: unknown): void =>
      peer.send({ type: 'command', id: id as never, command, payload, madeAt: 0 });
    send('c1', 'room/explode', {});
    send('c2', 'ballot/cast', { voteId: 'vote1' });
    const answers = peer.received.flatMap((message) => (message.type === 'answer' ? [message.answer] : []));
    expect(answers).toMatchObject([{ code: 'command/unknown' }, { code: 'command/malformed' }]);
    expect(peer.isClosed()).toBe(false);
  });

  it('[WIRE-6] what only the hub’s own routes make is refused as a message', () => {
    const peer = openRoom(3).connect('seat:p-A09');
    peer.send({
      type: 'command',
      id: 'c1' as never,
      command: 'attendance/sign-in',
      payload: { participantId: 'p-A09' },
      madeAt: 0,
    });
    expect(peer.received.at(-1)).toMatchObject({ type: 'answer', answer: { code: 'access/not-allowed' } });
  });

  it('the roster tells the consoles who is linked, and nobody else', () => {
    const test = openRoom();
    const chair = test.connect('chair:p-A01');
    const seat = test.connect('seat:p-A02');
    seat.send({
      type: 'report',
      packHeld: 3,
      packTotal: 11,
      missing: [],
      held: [],
      waiting: 1,
      stranded: [],
      clockDifferenceMs: null,
    });
    const roster = chair.received.findLast((message) => message.type === 'roster');
    expect(roster?.devices).toContainEqual(
      expect.objectContaining({
        surface: 'seat',
        participantId: 'p-A02',
        linked: true,
        packHeld: 3,
        waiting: 1,
      }),
    );
    expect(seat.received.some((message) => message.type === 'roster')).toBe(false);
  });
});
