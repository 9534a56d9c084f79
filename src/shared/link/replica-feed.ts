import type { Change, HubBridge, RoomFacts } from '../bridge/bridge.ts';
import type { Checkpoint, WireRecord } from '../records/wire-record.ts';
import { createChannel, type Stop } from '../std/signal.ts';

/** Records in ascending sequence; once they are stored, the replica is whole up to `checkpoint`. */
export interface FeedBatch {
  readonly documents: readonly WireRecord[];
  readonly checkpoint: Checkpoint;
}

/** What the replication's stream is told: something to store, or to pull from its checkpoint. */
export type FeedEvent = 'RESYNC' | FeedBatch;

/** Rejects a pull whose answer belongs to another replica; `onReplaced` has been called. */
export class ReplicaReplaced extends Error {
  override readonly name = 'ReplicaReplaced';
}

export interface ReplicaFeedPorts {
  readonly hub: Pick<HubBridge, 'room' | 'pull' | 'onChange' | 'replicaReached'>;
  /** The room as it was when the replica was begun: its epoch and the eyes it was seen with. */
  readonly room: RoomFacts;
  /** Called once when epoch or viewer have changed: this replica will get nothing more; another must be begun. */
  onReplaced(): void;
}

/** True when records pulled under `a` may stand in one replica with records pulled under `b`. */
export function isSameReplica(a: RoomFacts, b: RoomFacts): boolean {
  return (
    a.roomId === b.roomId &&
    a.epoch === b.epoch &&
    a.history === b.history &&
    a.viewer.surface === b.viewer.surface &&
    a.viewer.personId === b.viewer.personId &&
    a.viewer.atConsole === b.viewer.atConsole
  );
}

/**
 * Turns pages and pokes into what one checkpointed pull replication (RxDB's) needs. One pull runs at a time.
 *
 * Invariants
 * - `#handed` is where the replication stands once it has stored all it was given; null while that is not known. A
 *   change that does not join on to it is not handed on: the replication is asked to pull instead.
 * - No change is handed on while a pull runs or is owed. The replication would store it after the pull's page, which
 *   may be newer, and so go back behind it. Changes that come meanwhile are held and judged when the pull is done.
 */
export class ReplicaFeed {
  readonly #ports: ReplicaFeedPorts;
  readonly #events = createChannel<FeedEvent>();
  readonly #stop: Stop;
  #handed: number | null = null;
  /** Changes told since the running pull began; null while none runs. */
  #held: Change[] | null = null;
  #resyncAsked = false;
  #over = false;

  constructor(ports: ReplicaFeedPorts) {
    this.#ports = ports;
    this.#stop = ports.hub.onChange((change) => this.#changed(change));
  }

  /** Stream events for the replication; it must take them in the order they are told. */
  subscribe(listener: (event: FeedEvent) => void): Stop {
    return this.#events.subscribe(listener);
  }

  /**
   * The pull handler: the records after the checkpoint that the replication has stored. Fewer than `batchSize` means
   * that there is nothing more; there may be more than `batchSize`. Rejects when the link breaks (weather: to be asked
   * again) or with {@link ReplicaReplaced}.
   */
  async pullHandler(stored: Checkpoint | undefined, batchSize: number): Promise<FeedBatch> {
    const { epoch } = this.#ports.room;
    if (stored !== undefined && stored.epoch !== epoch) this.#replaced();
    this.#mustGoOn();
    const since: Checkpoint = stored ?? { epoch, seq: 0 };
    this.#resyncAsked = false;
    this.#handed = null;
    this.#held = [];
    this.#tell(since);
    try {
      const batch = await this.#pullPages(since, batchSize);
      this.#pulled(batch);
      return batch;
    } finally {
      this.#held = null;
    }
  }

  /** Ends the feed: nothing is told any more. */
  stop(): void {
    this.#over = true;
    this.#stop();
  }

  async #pullPages(since: Checkpoint, batchSize: number): Promise<FeedBatch> {
    const { hub, room } = this.#ports;
    const documents: WireRecord[] = [];
    let reached = since;
    for (;;) {
      // Each page is asked for by what the one before reached.
      // oxlint-disable-next-line no-await-in-loop
      const page = await hub.pull({ ...reached, history: room.history }, batchSize);
      if (page.epoch !== room.epoch || page.upTo < reached.seq) this.#replaced();
      this.#mustGoOn();
      documents.push(...page.records);
      const isStuck = page.upTo === reached.seq;
      reached = { epoch: room.epoch, seq: page.upTo, head: page.head, check: page.check };
      if (page.complete || isStuck || documents.length >= batchSize) break;
    }
    return { documents, checkpoint: reached };
  }

  #pulled(batch: FeedBatch): void {
    const held = this.#held ?? [];
    this.#held = null;
    this.#handed = batch.checkpoint.seq;
    this.#reached(batch);
    for (const change of held) this.#changed(change);
  }

  #changed(change: Change | 'live'): void {
    if (this.#over) return;
    if (change === 'live') {
      const now = this.#ports.hub.room.get();
      if (now !== null && !isSameReplica(now, this.#ports.room)) return this.#replaced();
      // A pull that runs now waited for the link and will be answered as of now.
      if (this.#held === null) this.#resync();
      return;
    }
    if (change.epoch !== this.#ports.room.epoch) return this.#replaced();
    if (this.#held !== null) {
      this.#held.push(change);
      return;
    }
    if (this.#handed === null || change.prev > this.#handed) return this.#resync();
    if (change.seq <= this.#handed) return;
    this.#handed = change.seq;
    const { epoch, seq, check } = change;
    const batch = { documents: change.records, checkpoint: { epoch, seq, head: seq, check } };
    this.#events.emit(batch);
    this.#reached(batch);
  }

  /** A replication stores a checkpoint only along with documents; without any it will ask from the one before. */
  #reached(batch: FeedBatch): void {
    if (batch.documents.length > 0) this.#tell(batch.checkpoint);
  }

  #tell(checkpoint: Checkpoint): void {
    const { hub, room } = this.#ports;
    hub.replicaReached({ ...checkpoint, history: room.history });
  }

  #resync(): void {
    if (this.#resyncAsked) return;
    this.#resyncAsked = true;
    // Twice: RxDB 17.6 loses a RESYNC that waits right behind an event, and skips one that follows another.
    this.#events.emit('RESYNC');
    this.#events.emit('RESYNC');
  }

  #mustGoOn(): void {
    if (this.#over) throw new ReplicaReplaced('the room has another epoch or viewer');
  }

  #replaced(): void {
    if (this.#over) return;
    this.stop();
    this.#ports.onReplaced();
  }
}
