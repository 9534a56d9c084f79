import { describe, expect, it } from 'vitest';
import type { Change } from '../bridge/bridge.ts';
import { limits } from '../protocol/limits.ts';
import { linkedRoom, pass, welcome } from './testing/linked-room.ts';
import { breakAndRetry, checkOf, goLive, poke } from './testing/link-talk.ts';

const settle = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

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

describe('another history under the same epoch', () => {
  const place = (seq: number, history = 'A') => ({ epoch: 1, seq, check: checkOf(seq, history) });
  const answer = (seq: number) => ({ ...place(seq), history: 0 });

  it('[INV-10] is asked for by what the replica holds and by the newest answer', () => {
    const room = linkedRoom();
    room.link.replicaReached({ ...place(9), history: 0 });
    for (const seq of [4, 12, 7]) room.link.answersReach(answer(seq));
    room.link.start();
    room.wire.current.open();
    expect(room.wire.current.last('hello')).toMatchObject({ have: place(9), answered: place(12) });
  });

  it('[INV-10] is durable before anything of it is believed; then nothing of the former one is named again', async () => {
    const room = linkedRoom();
    room.link.replicaReached({ ...place(9), history: 0 });
    room.link.answersReach(answer(12));
    goLive(room, { seq: 30, history: 'another' });
    await settle();
    expect(room.link.room.get()).toBeNull();
    expect(room.epochs.asked).toMatchObject([{ epoch: 1, history: 1 }]);
    room.epochs.asked[0]?.done();
    await settle();
    expect(room.link.room.get()).toMatchObject({ epoch: 1, history: 1 });
    expect(room.link.session.get()).toMatchObject({ epoch: 1, history: 1 });
    // The replica has not heard of it yet.
    room.link.replicaReached({ ...place(9), history: 0 });
    breakAndRetry(room);
    room.wire.current.open();
    expect(room.wire.current.last('hello')).toMatchObject({ have: null });
    expect(room.wire.current.last('hello')).not.toHaveProperty('answered');
  });

  it('[INV-10] is noticed again as long as the disk refuses to keep that', async () => {
    const room = linkedRoom();
    room.link.replicaReached({ ...place(9), history: 0 });
    room.link.answersReach(answer(12));
    goLive(room, { seq: 30, history: 'another' });
    room.epochs.asked[0]?.failed();
    await settle();
    expect(room.link.status.get().state).toBe('offline');
    pass(room.time, limits.reconnectLongestMs);
    room.wire.current.open();
    expect(room.wire.current.last('hello')).toMatchObject({ have: place(9), answered: place(12) });
  });

  it('[INV-10] does not believe a hub that ends before the newest answer', () => {
    const room = linkedRoom();
    room.link.answersReach(answer(12));
    goLive(room, { seq: 11 });
    expect(room.link.status.get().state).toBe('offline');
  });

  it('[INV-10] sends no pull of the epoch before', async () => {
    const room = linkedRoom();
    const old = room.link.pull(place(9), 100);
    goLive(room, { epoch: 2, seq: 30 });
    room.epochs.asked[0]?.done();
    await expect(old).rejects.toMatchObject({ name: 'LinkDown' });
    expect(room.wire.current.said.some((message) => message.type === 'pull')).toBe(false);
  });

  it('[INV-10] sends no pull of the history before', async () => {
    const room = linkedRoom();
    room.link.replicaReached({ ...place(9), history: 0 });
    const old = room.link.pull({ ...place(9), history: 0 }, 100);
    goLive(room, { seq: 30, history: 'another' });
    room.epochs.asked[0]?.done();
    await expect(old).rejects.toMatchObject({ name: 'LinkDown' });
    void room.link.pull({ epoch: 1, seq: 0, history: 1 }, 100);
    expect(room.wire.current.said.filter((message) => message.type === 'pull')).toMatchObject([{ since: 0 }]);
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
