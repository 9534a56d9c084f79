import { describe, expect, it } from 'vitest';
import type { Change, RoomFacts } from '../bridge/bridge.ts';
import { LinkDown } from '../bridge/bridge.ts';
import type { PageMessage } from '../protocol/page.ts';
import type { Checkpoint } from '../records/wire-record.ts';
import { createChannel, createSignal } from '../std/signal.ts';
import { ReplicaFeed, type FeedEvent } from './replica-feed.ts';
import { checkOf, page as pageOf, person } from './testing/link-talk.ts';
import { roomFacts } from './testing/linked-room.ts';

const settle = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

function change(prev: number, seq: number, ...ids: string[]): Change {
  return { epoch: 1, prev, seq, check: checkOf(seq), records: ids.map((id) => person(id, seq)) };
}

function page(since: number, upTo: number, ids: string[], complete = true): PageMessage {
  return pageOf({ request: 0, since, upTo, complete, records: ids.map((id) => person(id, upTo)) });
}

const placeAt = (seq: number): Checkpoint => ({ epoch: 1, seq, head: seq, check: checkOf(seq) });

/** A hub link on which the test answers each pull. */
class HeldHub {
  readonly room = createSignal<RoomFacts | null>(roomFacts);
  readonly asked: { since: Checkpoint; limit: number; answer(page: PageMessage): void; fail(): void }[] = [];
  readonly reached: Checkpoint[] = [];
  readonly changes = createChannel<Change | 'live'>();
  readonly onChange = this.changes.subscribe;

  pull(since: Checkpoint, limit: number): Promise<PageMessage> {
    return new Promise((resolve, reject) => {
      this.asked.push({ since, limit, answer: resolve, fail: () => reject(new LinkDown('cut')) });
    });
  }

  replicaReached(checkpoint: Checkpoint): void {
    this.reached.push(checkpoint);
  }
}

function started(): { hub: HeldHub; feed: ReplicaFeed; events: FeedEvent[]; replaced: () => number } {
  const hub = new HeldHub();
  let replacedCount = 0;
  const feed = new ReplicaFeed({ hub, room: roomFacts, onReplaced: () => (replacedCount += 1) });
  const events: FeedEvent[] = [];
  feed.subscribe((event) => events.push(event));
  return { hub, feed, events, replaced: () => replacedCount };
}

async function pulledUpTo(seq: number): Promise<ReturnType<typeof started>> {
  const all = started();
  const pull = all.feed.pullHandler(undefined, 500);
  all.hub.asked[0]?.answer(page(0, seq, ['a']));
  await pull;
  return all;
}

describe('live changes', () => {
  it('hands on a change that joins on, with its checkpoint', async () => {
    const { hub, events } = await pulledUpTo(5);
    hub.changes.emit(change(5, 6, 'b'));
    hub.changes.emit(change(6, 8));
    expect(events).toEqual([
      { documents: [person('b', 6)], checkpoint: placeAt(6) },
      { documents: [], checkpoint: placeAt(8) },
    ]);
  });

  it('[INV-9] asks for a pull instead of stepping over a gap', async () => {
    const { hub, events } = await pulledUpTo(5);
    hub.changes.emit(change(6, 7, 'b'));
    hub.changes.emit(change(7, 8, 'c'));
    expect(events).toEqual(['RESYNC', 'RESYNC']);
  });

  it('takes no notice of what it has handed on before', async () => {
    const { hub, events } = await pulledUpTo(5);
    hub.changes.emit(change(3, 5, 'a'));
    expect(events).toEqual([]);
  });

  it('[INV-9] asks for a pull each time the link is live again', async () => {
    const { hub, events, feed } = await pulledUpTo(5);
    hub.changes.emit('live');
    expect(events).toEqual(['RESYNC', 'RESYNC']);
    void feed.pullHandler({ epoch: 1, seq: 5 }, 500);
    hub.asked[1]?.answer(page(5, 5, []));
    await settle();
    hub.changes.emit('live');
    expect(events).toHaveLength(4);
  });

  it('[INV-9] holds changes back while a pull runs, and hands on what the page did not bring', async () => {
    const { hub, events, feed } = await pulledUpTo(5);
    const pull = feed.pullHandler({ epoch: 1, seq: 5 }, 500);
    hub.changes.emit(change(5, 6, 'b'));
    hub.changes.emit(change(6, 7, 'c'));
    expect(events).toEqual([]);
    hub.asked[1]?.answer(page(5, 6, ['b']));
    await expect(pull).resolves.toMatchObject({ checkpoint: { seq: 6 } });
    expect(events).toMatchObject([{ checkpoint: { seq: 7 } }]);
  });

  it('[INV-9] hands on nothing after a failed pull until one has succeeded', async () => {
    const { hub, events, feed } = await pulledUpTo(5);
    const pull = feed.pullHandler({ epoch: 1, seq: 5 }, 500);
    hub.asked[1]?.fail();
    await expect(pull).rejects.toBeInstanceOf(LinkDown);
    hub.changes.emit(change(5, 6, 'b'));
    expect(events).toEqual(['RESYNC', 'RESYNC']);
  });

  it('goes back with a replica that was rewound', async () => {
    const { hub, events, feed } = await pulledUpTo(5);
    const pull = feed.pullHandler(undefined, 1);
    hub.asked[1]?.answer(page(0, 3, ['a'], false));
    await pull;
    hub.changes.emit(change(5, 6, 'b'));
    expect(events).toEqual(['RESYNC', 'RESYNC']);
  });
});

describe('pulling', () => {
  it('fills a batch from several pages, since a short one would be taken for the end', async () => {
    const { hub, feed } = started();
    const pull = feed.pullHandler({ epoch: 1, seq: 2 }, 3);
    hub.asked[0]?.answer(page(2, 4, [], false));
    await settle();
    hub.asked[1]?.answer(page(4, 6, ['a', 'b'], false));
    await settle();
    hub.asked[2]?.answer(page(6, 9, ['c', 'd'], false));
    const batch = await pull;
    expect(hub.asked.map((asked) => asked.since.seq)).toEqual([2, 4, 6]);
    expect(batch.documents).toHaveLength(4);
    expect(batch.checkpoint).toEqual(placeAt(9));
  });

  it('does not ask for ever when a hub gives nothing and says there is more', async () => {
    const { hub, feed } = started();
    const pull = feed.pullHandler({ epoch: 1, seq: 2 }, 3);
    hub.asked[0]?.answer(page(2, 2, [], false));
    await expect(pull).resolves.toEqual({ documents: [], checkpoint: placeAt(2) });
  });

  it('tells the link where the replica stands: what is stored, and what was handed on with records', async () => {
    const { hub } = await pulledUpTo(5);
    hub.changes.emit(change(5, 6, 'b'));
    hub.changes.emit(change(6, 7));
    expect(hub.reached.map((checkpoint) => checkpoint.seq)).toEqual([0, 5, 6]);
  });
});

describe('a replica that belongs to another room', () => {
  it('[INV-10] gets nothing more when a change, a page or its own checkpoint is of another epoch', async () => {
    const byChange = await pulledUpTo(5);
    byChange.hub.changes.emit({ ...change(5, 6, 'b'), epoch: 2 });
    byChange.hub.changes.emit(change(5, 6, 'b'));
    expect([byChange.events, byChange.replaced()]).toEqual([[], 1]);

    const byPage = started();
    const pull = byPage.feed.pullHandler(undefined, 10);
    byPage.hub.asked[0]?.answer({ ...page(0, 5, ['a']), epoch: 2 });
    await expect(pull).rejects.toMatchObject({ name: 'ReplicaReplaced' });
    expect(byPage.replaced()).toBe(1);

    const byCheckpoint = started();
    await expect(byCheckpoint.feed.pullHandler({ epoch: 7, seq: 1 }, 10)).rejects.toMatchObject({
      name: 'ReplicaReplaced',
    });
  });

  it('[INV-10] gets nothing more when the hub of the same epoch has another history', async () => {
    const { hub, events, replaced } = await pulledUpTo(5);
    hub.room.set({ ...roomFacts, history: 1 });
    hub.changes.emit('live');
    hub.changes.emit(change(5, 6, 'b'));
    expect([events, replaced()]).toEqual([[], 1]);
  });

  it('[INV-10] says with each pull, and to the link, of which history its place is', async () => {
    const { hub, feed } = started();
    void feed.pullHandler(placeAt(5), 500);
    expect(hub.asked[0]?.since).toEqual({ ...placeAt(5), history: 0 });
    hub.asked[0]?.answer(page(5, 7, ['a'], false));
    await settle();
    expect(hub.asked[1]?.since).toEqual({ ...placeAt(7), history: 0 });
    expect(hub.reached).toEqual([{ ...placeAt(5), history: 0 }]);
  });

  it('gets nothing more when another person looks', async () => {
    const { hub, events, replaced } = await pulledUpTo(5);
    hub.room.set({ ...roomFacts, viewer: { surface: 'seat', personId: 'lan' as never, atConsole: false } });
    hub.changes.emit('live');
    hub.changes.emit(change(5, 6, 'b'));
    expect([events, replaced()]).toEqual([[], 1]);
  });

  it('is begun anew when the hub’s history is shorter than the replica', async () => {
    const { hub, feed, replaced } = started();
    const pull = feed.pullHandler({ epoch: 1, seq: 9 }, 10);
    hub.asked[0]?.answer(page(9, 4, []));
    await expect(pull).rejects.toMatchObject({ name: 'ReplicaReplaced' });
    expect(replaced()).toBe(1);
  });
});
