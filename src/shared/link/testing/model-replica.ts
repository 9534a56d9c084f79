import { present } from '../../std/must.ts';
import type { Stop } from '../../std/signal.ts';
import type { Timers } from '../../std/timers.ts';
import type { WireRecord, Checkpoint } from '../../records/wire-record.ts';
import type { FeedBatch, FeedEvent } from '../replica-feed.ts';

/** Where a replica is kept. A promise resolves once its change would survive a power cut. */
export interface ReplicaDisk {
  load(): { readonly records: ReadonlyMap<string, WireRecord>; readonly checkpoint: Checkpoint | undefined };
  saveRecords(records: readonly WireRecord[]): Promise<void>;
  saveCheckpoint(checkpoint: Checkpoint): Promise<void>;
}

export interface ReplicaSource {
  pullHandler(stored: Checkpoint | undefined, batchSize: number): Promise<FeedBatch>;
  subscribe(listener: (event: FeedEvent) => void): Stop;
}

export interface ModelReplicaPorts {
  readonly source: ReplicaSource;
  readonly disk: ReplicaDisk;
  readonly timers: Timers;
  readonly batchSize: number;
  /** RxDB's fixed wait before a failed pull is tried again. */
  readonly retryMs: number;
}

interface Task {
  readonly time: number;
  readonly event: FeedEvent;
}

/**
 * The downstream half of RxDB 17.6's replication protocol, as far as it decides what a replica comes to hold: one queue
 * of events and pulls, events told before a pull are dropped, a RESYNC right behind events is lost, a page shorter than
 * the batch ends the pull, a checkpoint is stored only along with documents and after them. A test stands on the
 * habits of the real library, traps included, without its weight. One habit is ours (`renderer/data/follow-room.ts`):
 * what was stored without its checkpoint is removed with the first page, unless it comes again.
 */
export class ModelReplica {
  readonly records = new Map<string, WireRecord>();
  readonly #ports: ModelReplicaPorts;
  readonly #tasks: Task[] = [];
  readonly #unsubscribe: Stop;
  #checkpoint: Checkpoint | undefined;
  #clock = 0;
  #lastPullAt = -1;
  /** What lies beyond the checkpoint at the start; none when that has been dealt with. */
  #doubtful: readonly WireRecord[];
  #queue: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(ports: ModelReplicaPorts) {
    this.#ports = ports;
    const loaded = ports.disk.load();
    for (const [key, record] of loaded.records) this.records.set(key, record);
    this.#checkpoint = loaded.checkpoint;
    const from = loaded.checkpoint?.seq ?? 0;
    this.#doubtful = [...loaded.records.values()].filter(({ seq }) => seq > from);
    this.#unsubscribe = ports.source.subscribe((event) => this.#enqueue(event));
    this.#enqueue('RESYNC');
  }

  /** Where the replica stands: everything up to here is stored. */
  get checkpoint(): Checkpoint | undefined {
    return this.#checkpoint;
  }

  stop(): void {
    this.#stopped = true;
    this.#unsubscribe();
  }

  #enqueue(event: FeedEvent): void {
    this.#tasks.push({ time: this.#clock, event });
    this.#clock += 1;
    this.#queue = this.#queue.then(() => this.#turn());
  }

  async #turn(): Promise<void> {
    if (this.#stopped) return;
    const batches: FeedBatch[] = [];
    while (this.#tasks.length > 0) {
      const task = present(this.#tasks.shift(), 'a task');
      if (task.time < this.#lastPullAt) continue;
      if (task.event !== 'RESYNC') {
        batches.push(task.event);
        continue;
      }
      if (batches.length === 0) return this.#pullAll();
      break;
    }
    const last = batches.at(-1);
    if (last === undefined) return;
    await this.#persist({
      documents: batches.flatMap((batch) => batch.documents),
      checkpoint: last.checkpoint,
    });
  }

  async #pullAll(): Promise<void> {
    let from = this.#checkpoint;
    while (!this.#stopped) {
      this.#lastPullAt = this.#clock;
      this.#clock += 1;
      // oxlint-disable-next-line no-await-in-loop
      const pulled = await this.#pullOnce(from);
      if (pulled === null) return;
      const batch = this.#withRemovals(pulled);
      if (batch.documents.length === 0) return;
      from = batch.checkpoint;
      // oxlint-disable-next-line no-await-in-loop
      await this.#persist(batch);
      if (pulled.documents.length < this.#ports.batchSize) return;
    }
  }

  #withRemovals({ documents, checkpoint }: FeedBatch): FeedBatch {
    const fresh = new Set(documents.map(({ key }) => key));
    const gone = this.#doubtful.filter(({ key }) => !fresh.has(key)).map((one) => ({ ...one, body: null }));
    this.#doubtful = [];
    return { documents: [...documents, ...gone], checkpoint };
  }

  async #pullOnce(from: Checkpoint | undefined): Promise<FeedBatch | null> {
    while (!this.#stopped) {
      try {
        // oxlint-disable-next-line no-await-in-loop
        return await this.#ports.source.pullHandler(from, this.#ports.batchSize);
      } catch {
        // oxlint-disable-next-line no-await-in-loop
        await new Promise<void>((resolve) => void this.#ports.timers.after(this.#ports.retryMs, resolve));
      }
    }
    return null;
  }

  async #persist(batch: FeedBatch): Promise<void> {
    if (this.#stopped || batch.documents.length === 0) return;
    await this.#ports.disk.saveRecords(batch.documents);
    if (this.#stopped) return;
    for (const record of batch.documents) this.records.set(record.key, record);
    await this.#ports.disk.saveCheckpoint(batch.checkpoint);
    if (this.#stopped) return;
    this.#checkpoint = batch.checkpoint;
  }
}
