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
    a.viewer.surface === b.viewer.surface &&
    a.viewer.personId === b.viewer.personId &&
    a.viewer.atConsole === b.viewer.atConsole
  );
}

/**
 * Turns pages and pokes into what a checkpointed pull replication needs.
 *
 * Invariant: `#handed` is never above what the replication has been given without a hole. A change that does not join
 * on to it becomes `'RESYNC'`, and each pull takes `#handed` to exactly what that pull answered, even back: the
 * replication drops the stream events that it was told of before a pull, trusting the pull to contain them.
 */
export class ReplicaFeed {
  readonly #ports: ReplicaFeedPorts;
  readonly #events = createChannel<FeedEvent>();
  readonly #stop: Stop;
  #handed: number | null = null;
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
    const { hub, room } = this.#ports;
    const since: Checkpoint = stored ?? { epoch: room.epoch, seq: 0 };
    if (since.epoch !== room.epoch) this.#replaced();
    this.#mustGoOn();
    this.#resyncAsked = false;
    this.#handed = since.seq;
    hub.replicaReached(since);
    const documents: WireRecord[] = [];
    let reached = since.seq;
    for (;;) {
      // One page at a time, each asking for what the one before did not reach.
      // oxlint-disable-next-line no-await-in-loop
      const page = await hub.pull({ epoch: room.epoch, seq: reached }, batchSize);
      if (page.epoch !== room.epoch || page.upTo < reached) this.#replaced();
      this.#mustGoOn();
      documents.push(...page.records);
      const isStuck = page.upTo === reached;
      reached = page.upTo;
      if (page.complete || isStuck || documents.length >= batchSize) break;
    }
    this.#handed = reached;
    return { documents, checkpoint: { epoch: room.epoch, seq: reached } };
  }

  /** Ends the feed: nothing is told any more. */
  stop(): void {
    this.#over = true;
    this.#stop();
  }

  #changed(change: Change | 'live'): void {
    if (change === 'live') {
      const now = this.#ports.hub.room.get();
      if (now !== null && !isSameReplica(now, this.#ports.room)) return this.#replaced();
      return this.#resync();
    }
    if (change.epoch !== this.#ports.room.epoch) return this.#replaced();
    if (this.#handed === null || change.prev > this.#handed) return this.#resync();
    if (change.seq <= this.#handed) return;
    this.#handed = change.seq;
    this.#events.emit({ documents: change.records, checkpoint: { epoch: change.epoch, seq: change.seq } });
  }

  #resync(): void {
    if (this.#resyncAsked) return;
    this.#resyncAsked = true;
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
