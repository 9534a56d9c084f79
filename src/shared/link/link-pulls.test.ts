import { describe, expect, it } from 'vitest';
import { limits } from '../protocol/limits.ts';
import { linkedRoom, pass } from './testing/linked-room.ts';
import { checkOf, goLive, page, person, poke } from './testing/link-talk.ts';

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

  it('[INV-10] takes from the pushed page only for a place that the hub has found in its log', async () => {
    const room = linkedRoom();
    room.link.replicaReached({ epoch: 1, seq: 4, check: checkOf(4) });
    goLive(room, { seq: 9 });
    room.wire.current.hear(page({ since: 4, upTo: 9, records: [person('p2', 9)] }));
    void room.link.pull({ epoch: 1, seq: 6, check: checkOf(6, 'B') }, 100);
    expect(room.wire.current.last('pull')).toMatchObject({ since: 6, check: checkOf(6, 'B') });
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
