import { describe, expect, it } from 'vitest';
import { limits } from '../protocol/limits.ts';
import { commandId, documentVersionId } from '../records/ids.ts';
import { linkedRoom, pass, welcome } from './testing/linked-room.ts';
import { breakAndRetry, goLive, person, poke } from './testing/link-talk.ts';

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
      stranded: [],
      clockDifferenceMs: null,
    });
    goLive(room);
    expect(room.wire.current.last('report')).toMatchObject({ packHeld: 1 });
    room.link.report({
      packHeld: 2,
      packTotal: 3,
      missing: [],
      held: [],
      waiting: 1,
      stranded: [],
      clockDifferenceMs: 0,
    });
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
        stranded: [],
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
