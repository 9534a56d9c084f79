import { describe, expect, it } from 'vitest';
import type { Change } from '../bridge/bridge.ts';
import { limits } from '../protocol/limits.ts';
import type { PageMessage } from '../protocol/page.ts';
import type { PokeMessage } from '../protocol/poke.ts';
import { commandId, documentVersionId } from '../records/ids.ts';
import type { WireRecord } from '../records/wire-record.ts';
import { linkedRoom, pass, welcome, type LinkedRoom } from './testing/linked-room.ts';

const settle = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

function person(id: string, seq: number, office = ''): WireRecord {
  return { key: `person/${id}`, kind: 'person', seq, body: { id, fullName: `Đ/c ${id}`, office } as never };
}

function page(changes: Partial<PageMessage>): PageMessage {
  return { type: 'page', request: -1, epoch: 1, since: 0, upTo: 0, complete: true, records: [], ...changes };
}

function poke(prev: number, seq: number, records: readonly WireRecord[] = []): PokeMessage {
  return { type: 'poke', epoch: 1, prev, seq, records };
}

function goLive(room: LinkedRoom, changes: Parameters<typeof welcome>[0] = {}): void {
  if (room.wire.connections.length === 0) room.link.start();
  room.wire.current.open();
  room.wire.current.hear(welcome(changes));
}

/** Breaks the connection and waits for the next attempt. */
function breakAndRetry(room: LinkedRoom): void {
  const before = room.wire.connections.length;
  room.wire.current.cut();
  pass(room.time, limits.reconnectLongestMs);
  expect(room.wire.connections.length).toBeGreaterThan(before);
}

describe('greeting', () => {
  it('says hello with its tokens, the highest epoch seen and what the replica holds', () => {
    const room = linkedRoom({ epochSeen: 3 });
    room.link.replicaReached({ epoch: 3, seq: 17 });
    room.link.start();
    expect(room.wire.current.said).toEqual([]);
    room.wire.current.open();
    expect(room.wire.current.said).toEqual([
      {
        type: 'hello',
        protocol: 1,
        deviceToken: 'device-secret',
        sessionToken: null,
        epochSeen: 3,
        have: { epoch: 3, seq: 17 },
      },
    ]);
  });

  it('is live from the welcome on: facts first, then the news of it', () => {
    const room = linkedRoom();
    const seen: string[] = [];
    room.link.status.subscribe((status) => seen.push(`status ${status.state}`));
    room.link.room.subscribe((facts) => seen.push(`room in epoch ${facts?.epoch}`));
    room.link.session.subscribe((session) => seen.push(session === null ? 'no session' : 'session'));
    room.link.onChange((change) => seen.push(change === 'live' ? 'live' : 'change'));
    goLive(room);
    expect(seen).toEqual(['status connecting', 'room in epoch 1', 'status live', 'session', 'live']);
  });

  it('does not connect before the device is registered', () => {
    const room = linkedRoom();
    room.credentials.value = null;
    room.link.start();
    expect(room.link.status.get().state).toBe('unregistered');
    expect(room.wire.connections).toEqual([]);
    room.credentials.value = { roomId: welcome().roomId, deviceToken: 'new', sessionToken: null };
    room.link.credentialsChanged();
    goLive(room);
    expect(room.link.status.get().state).toBe('live');
  });

  it('gives up a hub that does not open, or does not welcome, within limits.helloMs', () => {
    const room = linkedRoom();
    room.link.start();
    pass(room.time, limits.helloMs - 1);
    expect(room.link.status.get().state).toBe('connecting');
    pass(room.time, 1);
    expect(room.link.status.get().state).toBe('offline');
    pass(room.time, limits.reconnectLongestMs);
    const greeted = room.wire.current;
    greeted.open();
    pass(room.time, limits.helloMs);
    expect(greeted.isClosed).toBe(true);
  });

  it.each([
    ['a lower epoch than the highest seen', { epoch: 1 }, 2],
    ['another room', { roomId: 'room-2' as never }, 1],
  ])('[INV-10] does not accept a hub of %s', (_, changes, epochSeen) => {
    const room = linkedRoom({ epochSeen });
    goLive(room, changes);
    expect(room.link.status.get().state).toBe('offline');
    expect(room.link.room.get()).toBeNull();
    expect(room.link.session.get()).toBeNull();
    expect(room.wire.current.isClosed).toBe(true);
  });

  it('does not believe a hub of the same epoch that has lost what it once confirmed', () => {
    const room = linkedRoom();
    room.link.replicaReached({ epoch: 1, seq: 10 });
    goLive(room, { seq: 9 });
    expect(room.link.status.get().state).toBe('offline');
  });

  it('says that it speaks another version, and asks again later', () => {
    const room = linkedRoom();
    goLive(room, { protocol: 99 });
    expect(room.link.status.get()).toMatchObject({ state: 'rejected', code: 'protocol/unsupported' });
    pass(room.time, limits.reconnectLongestMs * 2);
    goLive(room);
    expect(room.link.status.get()).toMatchObject({ state: 'live', code: null });
  });

  it('shows why it was rejected, but takes weather for weather', () => {
    const room = linkedRoom();
    room.link.start();
    room.wire.current.open();
    room.wire.current.hear({ type: 'rejected', code: 'hub/stopping' });
    expect(room.link.status.get()).toMatchObject({ state: 'offline', code: null });
    pass(room.time, limits.reconnectLongestMs);
    room.wire.current.open();
    room.wire.current.hear({ type: 'rejected', code: 'access/unknown-device' });
    expect(room.link.status.get()).toMatchObject({ state: 'rejected', code: 'access/unknown-device' });
  });
});

describe('a higher epoch', () => {
  it('[INV-10] is durable before anything of it is believed; what comes meanwhile is kept in order', async () => {
    const room = linkedRoom();
    const seen: (Change | 'live')[] = [];
    room.link.onChange((change) => seen.push(change));
    goLive(room, { epoch: 2 });
    room.wire.current.hear({ ...poke(0, 1), epoch: 2 });
    await settle();
    expect(seen).toEqual([]);
    expect(room.link.room.get()).toBeNull();
    room.epochs.asked[0]?.done();
    await settle();
    expect(room.epochs.asked.map((asked) => asked.epoch)).toEqual([2]);
    expect(seen).toMatchObject(['live', { epoch: 2, seq: 1 }]);
  });

  it('[INV-10] is waited for again when the connection broke before it was durable', async () => {
    const room = linkedRoom();
    goLive(room, { epoch: 2 });
    breakAndRetry(room);
    expect(room.wire.current.said).toEqual([]);
    goLive(room, { epoch: 2 });
    expect(room.wire.current.last('hello').epochSeen).toBe(2);
    await settle();
    expect(room.link.session.get()).toBeNull();
    room.epochs.asked[1]?.done();
    await settle();
    expect(room.link.session.get()).toMatchObject({ epoch: 2 });
  });

  it('[INV-10] is not entered while the disk refuses to keep it', async () => {
    const room = linkedRoom();
    goLive(room, { epoch: 2 });
    room.epochs.asked[0]?.failed();
    await settle();
    expect(room.link.status.get().state).toBe('offline');
    expect(room.link.room.get()).toBeNull();
    pass(room.time, limits.reconnectLongestMs);
    goLive(room, { epoch: 2 });
    room.epochs.asked[1]?.done();
    await settle();
    expect(room.link.status.get().state).toBe('live');
  });
});

describe('a live link', () => {
  it('pings at once and every limits.pingMs', () => {
    const room = linkedRoom();
    goLive(room);
    const { current } = room.wire;
    for (let round = 0; round < 5; round += 1) {
      const ping = current.last('ping');
      current.hear({ type: 'pong', at: ping.at, now: 0 });
      pass(room.time, limits.pingMs);
    }
    expect(current.said.filter((message) => message.type === 'ping')).toHaveLength(6);
  });

  it('gives up a hub that has been silent for limits.silenceMs, and not before', () => {
    const room = linkedRoom();
    goLive(room);
    pass(room.time, 4_000);
    room.wire.current.hear({ type: 'pong', at: 0, now: 0 });
    pass(room.time, limits.silenceMs - 1);
    expect(room.link.status.get().state).toBe('live');
    pass(room.time, 1);
    expect(room.link.status.get().state).toBe('offline');
    expect(room.wire.connections[0]?.isClosed).toBe(true);
  });

  it('is not deceived about silence by a clock that is set', () => {
    const room = linkedRoom();
    goLive(room);
    room.clock.offsetMs += 600_000;
    room.wire.current.hear({ type: 'pong', at: 0, now: 0 });
    pass(room.time, limits.silenceMs - 1);
    expect(room.link.status.get().state).toBe('live');
  });

  it('measures the hub’s clock by the pong and leaves out a measurement across a set clock', () => {
    const room = linkedRoom();
    goLive(room);
    const first = room.wire.current.last('ping');
    pass(room.time, 100);
    room.wire.current.hear({ type: 'pong', at: first.at, now: first.at + 50 + 240_000 });
    expect(room.link.status.get().clockDifferenceMs).toBe(240_000);
    pass(room.time, limits.pingMs);
    const second = room.wire.current.last('ping');
    room.clock.offsetMs -= 600_000;
    room.wire.current.hear({ type: 'pong', at: second.at, now: second.at + 240_000 });
    expect(room.link.status.get().clockDifferenceMs).toBe(240_000);
  });

  it('tells the last report again on each connection', () => {
    const room = linkedRoom();
    room.link.report({
      packHeld: 1,
      packTotal: 3,
      missing: [],
      held: [],
      waiting: 0,
      clockDifferenceMs: null,
    });
    goLive(room);
    expect(room.wire.current.last('report')).toMatchObject({ packHeld: 1 });
    room.link.report({ packHeld: 2, packTotal: 3, missing: [], held: [], waiting: 1, clockDifferenceMs: 0 });
    breakAndRetry(room);
    goLive(room);
    expect(room.wire.current.said.filter((message) => message.type === 'report')).toEqual([
      {
        type: 'report',
        packHeld: 2,
        packTotal: 3,
        missing: [],
        held: [],
        waiting: 1,
        clockDifferenceMs: 0,
      },
    ]);
  });

  it('[PRES-3] passes a pointer on both ways while live, and forgets it with the connection', () => {
    const room = linkedRoom();
    const at = { versionId: documentVersionId.parse('v1'), page: 2, x: 10, y: 20.5 };
    room.link.point(at);
    goLive(room);
    expect(room.wire.current.said.filter(({ type }) => type === 'point')).toEqual([]);
    room.link.point(at);
    room.link.point(null);
    expect(room.wire.current.said.filter(({ type }) => type === 'point')).toEqual([
      { type: 'point', at },
      { type: 'point', at: null },
    ]);
    room.wire.current.hear({ type: 'pointer', at });
    expect(room.link.pointer.get()).toEqual(at);
    room.wire.current.cut();
    expect(room.link.pointer.get()).toBeNull();
  });

  it('passes on answers, changes and the roster', () => {
    const room = linkedRoom();
    const answers: unknown[] = [];
    const changes: unknown[] = [];
    room.link.onAnswer((answer) => answers.push(answer));
    room.link.onChange((change) => changes.push(change));
    goLive(room);
    const id = commandId.parse('c1');
    room.wire.current.hear({ type: 'answer', id, answer: { status: 'unavailable', code: 'hub/busy' } });
    room.wire.current.hear(poke(0, 1, [person('p1', 1)]));
    room.wire.current.hear({ type: 'roster', devices: [] });
    expect(answers).toEqual([{ id, answer: { status: 'unavailable', code: 'hub/busy' } }]);
    expect(changes).toMatchObject(['live', { prev: 0, seq: 1, records: [{ key: 'person/p1' }] }]);
  });

  it.each([
    ['no JSON', '{'],
    ['an unknown type', '{"type":"greetings"}'],
    ['a record that is none', JSON.stringify(poke(0, 1, [{ ...person('p1', 1), body: { id: 3 } as never }]))],
    ['a second welcome', JSON.stringify(welcome())],
  ])('breaks with a hub that says %s', (_, text) => {
    const room = linkedRoom();
    goLive(room);
    room.wire.current.hearText(text);
    expect(room.link.status.get().state).toBe('offline');
  });
});

describe('reconnecting', () => {
  it('waits longer from failure to failure, with chance, and starts small again after a live link', () => {
    const room = linkedRoom();
    room.link.start();
    const waits: number[] = [];
    for (let failure = 0; failure < 6; failure += 1) {
      const from = room.time.nowMs;
      const before = room.wire.connections.length;
      room.wire.current.cut();
      while (room.wire.connections.length === before) room.time.step();
      waits.push(room.time.nowMs - from);
    }
    const ceilings = [250, 500, 1000, 2000, 3000, 3000];
    waits.forEach((wait, at) => {
      expect(wait).toBeLessThanOrEqual(ceilings[at] ?? 0);
      expect(wait).toBeGreaterThanOrEqual((ceilings[at] ?? 0) / 2);
    });
    goLive(room);
    room.wire.current.cut();
    const before = room.wire.connections.length;
    pass(room.time, limits.reconnectFirstMs);
    expect(room.wire.connections.length).toBe(before + 1);
  });

  it('says offline, not connecting, while it tries again; since when is when the link was lost', () => {
    const room = linkedRoom();
    goLive(room);
    pass(room.time, 1_000);
    room.wire.current.cut();
    const { since } = room.link.status.get();
    expect(since).toBe(room.time.nowMs + room.clock.offsetMs);
    pass(room.time, limits.reconnectFirstMs);
    room.wire.current.cut();
    expect(room.link.status.get()).toMatchObject({ state: 'offline', since });
  });

  it('does not hear what an earlier connection still says', () => {
    const room = linkedRoom();
    goLive(room);
    const old = room.wire.current;
    breakAndRetry(room);
    goLive(room);
    const changes: unknown[] = [];
    room.link.onChange((change) => changes.push(change));
    old.hear(poke(0, 1));
    old.cut();
    old.hearText('{');
    expect(changes).toEqual([]);
    expect(room.link.status.get().state).toBe('live');
  });

  it('keeps what it knows of the room while offline', () => {
    const room = linkedRoom();
    goLive(room);
    room.wire.current.cut();
    expect(room.link.room.get()).toMatchObject({ epoch: 1 });
    expect(room.link.session.get()).toBeNull();
  });

  it('connects anew as another person when the credentials change, and does not claim the other’s replica', () => {
    const room = linkedRoom();
    goLive(room);
    room.link.replicaReached({ epoch: 1, seq: 0 });
    room.credentials.value = {
      roomId: welcome().roomId,
      deviceToken: 'device-secret',
      sessionToken: 'session-secret',
    };
    room.link.credentialsChanged();
    expect(room.wire.connections[0]?.isClosed).toBe(true);
    room.wire.current.open();
    expect(room.wire.current.last('hello')).toMatchObject({ sessionToken: 'session-secret', have: null });
  });

  it('ends with stop(): no attempt, no timer, no waiting pull', async () => {
    const room = linkedRoom();
    goLive(room);
    const pull = room.link.pull({ epoch: 1, seq: 0 }, 10);
    room.link.stop();
    await expect(pull).rejects.toThrow('the link broke');
    expect(room.time.step()).toBe(false);
    expect(room.link.status.get().state).toBe('offline');
  });
});

describe('pulling', () => {
  it('waits until the link is live, then asks, and resolves with the page of its request', async () => {
    const room = linkedRoom();
    const pull = room.link.pull({ epoch: 1, seq: 4 }, 100);
    goLive(room, { seq: 9 });
    const { request } = room.wire.current.last('pull');
    expect(room.wire.current.last('pull')).toMatchObject({ since: 4, limit: 100 });
    room.wire.current.hear(page({ request: request + 1, since: 0, upTo: 1 }));
    room.wire.current.hear(page({ request, since: 4, upTo: 9, records: [person('p1', 9)] }));
    await expect(pull).resolves.toMatchObject({ since: 4, upTo: 9, records: [{ key: 'person/p1' }] });
  });

  it('rejects what was asked when the link breaks, and keeps what was not yet asked', async () => {
    const room = linkedRoom();
    goLive(room);
    const asked = room.link.pull({ epoch: 1, seq: 0 }, 100);
    room.wire.current.cut();
    await expect(asked).rejects.toMatchObject({ name: 'LinkDown' });
    const waiting = room.link.pull({ epoch: 1, seq: 0 }, 100);
    pass(room.time, limits.reconnectLongestMs);
    goLive(room);
    room.wire.current.hear(page({ request: room.wire.current.last('pull').request }));
    await expect(waiting).resolves.toMatchObject({ upTo: 0 });
  });

  it('is answered by the page pushed after the welcome, without asking', async () => {
    const room = linkedRoom();
    room.link.replicaReached({ epoch: 1, seq: 4 });
    goLive(room, { seq: 9 });
    const pull = room.link.pull({ epoch: 1, seq: 4 }, 100);
    room.wire.current.hear(page({ since: 4, upTo: 9, records: [person('p1', 9)] }));
    await expect(pull).resolves.toMatchObject({ since: 4, upTo: 9 });
    expect(room.wire.current.said.some((message) => message.type === 'pull')).toBe(false);
    void room.link.pull({ epoch: 1, seq: 9 }, 100);
    expect(room.wire.current.last('pull')).toMatchObject({ since: 9 });
  });

  it('asks after all when the hub turns out to push no page', () => {
    const room = linkedRoom();
    room.link.replicaReached({ epoch: 1, seq: 4 });
    goLive(room, { seq: 9 });
    void room.link.pull({ epoch: 1, seq: 4 }, 100);
    expect(room.wire.current.said.some((message) => message.type === 'pull')).toBe(false);
    room.wire.current.hear({ type: 'pong', at: 0, now: 0 });
    expect(room.wire.current.last('pull')).toMatchObject({ since: 4 });
  });

  it('[INV-9] never answers with less than what was already told: the pushed page grows with each change', async () => {
    const room = linkedRoom();
    room.link.replicaReached({ epoch: 1, seq: 4 });
    goLive(room, { seq: 9 });
    room.wire.current.hear(page({ since: 4, upTo: 9, records: [person('p1', 8), person('p2', 9)] }));
    room.wire.current.hear(poke(9, 11, [person('p1', 11, 'Chủ tịch')]));
    const grown = await room.link.pull({ epoch: 1, seq: 4 }, 100);
    expect(grown.upTo).toBe(11);
    expect(grown.records.map((record) => [record.key, record.seq])).toEqual([
      ['person/p2', 9],
      ['person/p1', 11],
    ]);
  });

  it('leaves out of the pushed page what the replica holds by now', async () => {
    const room = linkedRoom();
    room.link.replicaReached({ epoch: 1, seq: 4 });
    goLive(room, { seq: 9 });
    room.wire.current.hear(page({ since: 4, upTo: 9, records: [person('p1', 5), person('p2', 9)] }));
    const rest = await room.link.pull({ epoch: 1, seq: 6 }, 100);
    expect(rest).toMatchObject({ since: 6, upTo: 9, records: [{ key: 'person/p2' }] });
  });

  it.each([
    ['a pull from before it', 3],
    ['a pull from behind it', 10],
  ])('asks the hub when the pushed page does not cover %s', (_, since) => {
    const room = linkedRoom();
    room.link.replicaReached({ epoch: 1, seq: 4 });
    goLive(room, { seq: 9 });
    room.wire.current.hear(page({ since: 4, upTo: 9 }));
    void room.link.pull({ epoch: 1, seq: since }, 100);
    expect(room.wire.current.last('pull')).toMatchObject({ since });
  });

  it('gives up a pushed page that does not reach the next change', () => {
    const room = linkedRoom();
    room.link.replicaReached({ epoch: 1, seq: 4 });
    goLive(room, { seq: 9 });
    room.wire.current.hear(page({ since: 4, upTo: 7, complete: false }));
    room.wire.current.hear(poke(9, 10));
    void room.link.pull({ epoch: 1, seq: 4 }, 100);
    expect(room.wire.current.last('pull')).toMatchObject({ since: 4 });
  });
});
