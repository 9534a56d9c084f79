import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, RoomFacts } from '../bridge/bridge.ts';
import { LinkDown } from '../bridge/bridge.ts';
import type { DownMessage } from '../protocol/down.ts';
import type { PageMessage } from '../protocol/page.ts';
import { upMessage } from '../protocol/up.ts';
import type { Checkpoint, WireRecord } from '../records/wire-record.ts';
import { must } from '../std/must.ts';
import { seededRandom } from '../std/random.ts';
import { createChannel, createSignal } from '../std/signal.ts';
import { Link } from './link.ts';
import type { SocketHandlers } from './link-ports.ts';
import { ReplicaFeed, type FeedEvent } from './replica-feed.ts';
import { checkOf } from './testing/link-talk.ts';
import { room, welcome } from './testing/linked-room.ts';
import { ModelReplica, type ReplicaDisk } from './testing/model-replica.ts';
import { VirtualTime } from './testing/virtual-time.ts';

const settle = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

function person(id: string, seq: number): WireRecord {
  return {
    key: `person/${id}`,
    kind: 'person',
    seq,
    body: { id, fullName: `Đ/c ${id}`, office: `${seq}` } as never,
  };
}

function change(prev: number, seq: number, ...ids: string[]): Change {
  return { epoch: 1, prev, seq, check: checkOf(seq), records: ids.map((id) => person(id, seq)) };
}

function page(since: number, upTo: number, ids: string[], complete = true): PageMessage {
  return {
    type: 'page',
    request: 0,
    epoch: 1,
    since,
    upTo,
    head: upTo,
    check: checkOf(upTo),
    complete,
    records: ids.map((id) => person(id, upTo)),
  };
}

const placeAt = (seq: number): Checkpoint => ({ epoch: 1, seq, head: seq, check: checkOf(seq) });

const facts: RoomFacts = {
  roomId: room,
  epoch: 1,
  history: 0,
  viewer: { surface: 'seat', personId: null, atConsole: false },
  participantId: null,
};

/** A hub link on which the test answers each pull. */
class HeldHub {
  readonly room = createSignal<RoomFacts | null>(facts);
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
  const feed = new ReplicaFeed({ hub, room: facts, onReplaced: () => (replacedCount += 1) });
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
    hub.room.set({ ...facts, history: 1 });
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
    hub.room.set({ ...facts, viewer: { surface: 'seat', personId: 'lan' as never, atConsole: false } });
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

/** A hub with one table of records, as far as a replica can tell, on a wire that keeps order but not time. */
class ModelHub {
  readonly records = new Map<string, WireRecord>();
  seq = 0;
  #handlers: SocketHandlers | null = null;
  #greeted = false;
  #up: string[] = [];
  #down: string[] = [];

  readonly open = (handlers: SocketHandlers) => {
    this.#handlers = handlers;
    this.#greeted = false;
    this.#up = [];
    this.#down = [];
    return { send: (text: string) => void this.#up.push(text), close: () => undefined };
  };

  change(id: string): void {
    const prev = this.seq;
    this.seq += 1;
    const record = person(id, this.seq);
    this.records.set(record.key, record);
    const check = checkOf(this.seq);
    if (this.#greeted) this.#say({ type: 'poke', epoch: 1, prev, seq: this.seq, check, records: [record] });
  }

  accept(): void {
    this.#handlers?.opened();
  }

  cut(): void {
    const handlers = this.#handlers;
    this.#handlers = null;
    this.#greeted = false;
    handlers?.closed();
  }

  /** A poke is lost inside the hub: the one thing that `prev` must reveal. */
  losePoke(): boolean {
    const at = this.#down.findIndex((text) => text.includes('"poke"'));
    if (at >= 0) this.#down.splice(at, 1);
    return at >= 0;
  }

  hearOne(): void {
    const text = this.#up.shift();
    if (text === undefined) return;
    const message = upMessage.parse(JSON.parse(text));
    if (message.type === 'hello') {
      this.#greeted = true;
      this.#say(welcome({ seq: this.seq }));
      if (message.have !== null) this.#say(this.#page(-1, message.have.seq, 2));
    }
    if (message.type === 'pull') this.#say(this.#page(message.request, message.since, message.limit));
    if (message.type === 'ping') this.#say({ type: 'pong', at: message.at, now: 0 });
  }

  sayOne(): void {
    const text = this.#down.shift();
    if (text !== undefined) this.#handlers?.message(text);
  }

  #say(message: DownMessage): void {
    this.#down.push(JSON.stringify(message));
  }

  #page(request: number, since: number, limit: number): PageMessage {
    const after = [...this.records.values()]
      .filter((record) => record.seq > since)
      .toSorted((a, b) => a.seq - b.seq);
    const records = after.slice(0, limit);
    const complete = records.length === after.length;
    const upTo = complete ? this.seq : (records.at(-1)?.seq ?? since);
    const end = { head: this.seq, check: checkOf(this.seq) };
    return { type: 'page', request, epoch: 1, since, upTo, ...end, complete, records };
  }
}

/** A disk that may lose what was asked of it last, but keeps the order: records first, then their checkpoint. */
class ModelDisk implements ReplicaDisk {
  readonly records = new Map<string, WireRecord>();
  checkpoint: Checkpoint | undefined;
  #asked: { apply: () => void; resolve: () => void }[] = [];

  load(): { records: ReadonlyMap<string, WireRecord>; checkpoint: Checkpoint | undefined } {
    return { records: this.records, checkpoint: this.checkpoint };
  }

  saveRecords(records: readonly WireRecord[]): Promise<void> {
    return this.#ask(() => records.forEach((record) => this.records.set(record.key, record)));
  }

  saveCheckpoint(checkpoint: Checkpoint): Promise<void> {
    return this.#ask(() => (this.checkpoint = checkpoint));
  }

  sync(): void {
    const next = this.#asked.shift();
    next?.apply();
    next?.resolve();
  }

  crash(): void {
    this.#asked = [];
  }

  #ask(apply: () => void): Promise<void> {
    return new Promise((resolve) => {
      this.#asked.push({ apply, resolve });
    });
  }
}

/** What happens next and how often: mostly messages that move, seldom a cut, so that long live stretches occur. */
const nextStep = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('change', 'hear', 'say', 'sync') },
  { weight: 2, arbitrary: fc.constantFrom('reconnect', 'pass', 'flow') },
  { weight: 1, arbitrary: fc.constantFrom('cut', 'losePoke', 'restart') },
);

/** Model hub, real link, real feed and a model of the replication, one step at a time. */
class LinkedReplica {
  readonly hub = new ModelHub();
  readonly disk = new ModelDisk();
  readonly #time = new VirtualTime();
  readonly #timers = this.#time.machine({ offsetMs: 0 });
  readonly #random;
  readonly #link: Link;
  #running: { readonly feed: ReplicaFeed; readonly replica: ModelReplica };
  #lost = false;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
    this.#link = new Link({
      open: this.hub.open,
      timers: this.#timers,
      random: this.#random,
      epochs: { seen: 1, history: 0, remember: () => Promise.resolve() },
      credentials: () => ({ roomId: room, deviceToken: 'd', sessionToken: null }),
    });
    this.#link.start();
    this.#running = this.#begin();
  }

  readonly steps: Record<string, () => unknown> = {
    change: () => this.hub.change(`p${Math.floor(this.#random() * 6)}`),
    hear: () => this.hub.hearOne(),
    say: () => this.hub.sayOne(),
    sync: () => this.disk.sync(),
    accept: () => this.hub.accept(),
    cut: () => this.hub.cut(),
    losePoke: () => (this.#lost ||= this.hub.losePoke()),
    pass: () => this.#time.step(this.#time.nowMs + 3_000),
    restart: () => {
      this.#running.feed.stop();
      this.#running.replica.stop();
      this.disk.crash();
      this.#running = this.#begin();
    },
    reconnect: () => this.runAll(['pass', 'accept', 'hear', 'say', 'hear', 'say']),
    flow: async () => {
      for (let round = 0; round < 4; round += 1) await this.runAll(['hear', 'say', 'say', 'sync', 'sync']);
    },
  };

  /** Runs steps one after the other; after each, what the disk calls whole must be whole. */
  async runAll(names: readonly string[]): Promise<void> {
    for (const name of names) {
      await this.steps[name]?.();
      await settle();
      const whole = this.disk.checkpoint?.seq ?? 0;
      for (const record of this.hub.records.values()) {
        if (record.seq > whole) continue;
        must(this.disk.records.get(record.key)?.seq === record.seq, `a hole at ${record.seq} below ${whole}`);
      }
    }
  }

  /** No more faults. A cut is needed only where a poke was lost with nothing after it to reveal that. */
  async heal(): Promise<void> {
    if (this.#lost) this.hub.cut();
    for (let round = 0; round < 12; round += 1) await this.runAll(['reconnect', 'flow']);
  }

  get held(): { hub: unknown; disk: unknown; memory: unknown } {
    return {
      hub: Object.fromEntries(this.hub.records),
      disk: Object.fromEntries(this.disk.records),
      memory: Object.fromEntries(this.#running.replica.records),
    };
  }

  #begin(): { readonly feed: ReplicaFeed; readonly replica: ModelReplica } {
    const feed = new ReplicaFeed({ hub: this.#link, room: facts, onReplaced: () => expect.unreachable() });
    const ports = { source: feed, disk: this.disk, timers: this.#timers, batchSize: 3, retryMs: 1_000 };
    return { feed, replica: new ModelReplica(ports) };
  }
}

describe('link, feed and a replication that behaves as RxDB does', () => {
  it('[INV-9] come to hold exactly what the hub holds after any interleaving, without a hole on the way', async () => {
    const plans = fc.array(nextStep, { minLength: 40, maxLength: 160 });
    await fc.assert(
      fc.asyncProperty(plans, fc.nat(), async (plan, seed) => {
        const linked = new LinkedReplica(seed);
        await linked.runAll(plan);
        await linked.heal();
        const { hub, disk, memory } = linked.held;
        expect(disk).toEqual(hub);
        expect(memory).toEqual(hub);
      }),
      { numRuns: 100 },
    );
  });
});
