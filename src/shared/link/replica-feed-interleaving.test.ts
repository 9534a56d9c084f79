import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DownMessage } from '../protocol/down.ts';
import type { PageMessage } from '../protocol/page.ts';
import { upMessage } from '../protocol/up.ts';
import type { Checkpoint, WireRecord } from '../records/wire-record.ts';
import { must } from '../std/must.ts';
import { seededRandom } from '../std/random.ts';
import { Link } from './link.ts';
import type { SocketHandlers } from './link-ports.ts';
import { ReplicaFeed } from './replica-feed.ts';
import { checkOf, person } from './testing/link-talk.ts';
import { room, roomFacts, welcome } from './testing/linked-room.ts';
import { ModelReplica, type ReplicaDisk } from './testing/model-replica.ts';
import { VirtualTime } from './testing/virtual-time.ts';

const settle = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

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
    const record = person(id, this.seq, String(this.seq));
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
    const feed = new ReplicaFeed({
      hub: this.#link,
      room: roomFacts,
      onReplaced: () => expect.unreachable(),
    });
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
