import type { VirtualTime } from '../../shared/link/testing/virtual-time.ts';
import { isSameReplica } from '../../shared/link/replica-feed.ts';
import type { RoomFacts } from '../../shared/bridge/bridge.ts';
import type { EpochMemory } from '../../shared/link/link-ports.ts';
import type { OutboxEntry } from '../../shared/link/outbox-entry.ts';
import type { OutboxStore } from '../../shared/link/outbox-ports.ts';
import type { ReplicaDisk } from '../../shared/link/testing/model-replica.ts';
import type { CommandId } from '../../shared/records/ids.ts';
import type { Checkpoint, WireRecord } from '../../shared/records/wire-record.ts';
import type { Chance } from './chance.ts';
import { SlowDisk } from './slow-disk.ts';

/** A replica as it is kept, and whose eyes it was seen with. */
interface KeptReplica {
  readonly room: RoomFacts;
  readonly records: Map<string, WireRecord>;
  checkpoint: Checkpoint | undefined;
}

/** Everything of a terminal that survives its restart. */
export class TerminalDisk {
  readonly outbox = new Map<CommandId, OutboxEntry>();
  epochSeen = 0;
  history = 0;
  replica: KeptReplica | null = null;
  readonly #outboxDisk: SlowDisk;
  readonly #replicaDisk: SlowDisk;

  constructor(time: VirtualTime, chance: Chance) {
    this.#outboxDisk = new SlowDisk(time, chance);
    this.#replicaDisk = new SlowDisk(time, chance);
  }

  /** Power is cut: what was not yet done is lost. */
  crash(): void {
    this.#outboxDisk.crash();
    this.#replicaDisk.crash();
  }

  fill(isFull: boolean): void {
    this.#outboxDisk.isFull = isFull;
  }

  outboxStore(): OutboxStore {
    return {
      load: () => Promise.resolve([...this.outbox.values()]),
      save: (entry) => this.#outboxDisk.write(() => this.outbox.set(entry.id, entry)),
      remove: (ids) =>
        this.#outboxDisk.write(() => {
          for (const id of ids) this.outbox.delete(id);
        }),
    };
  }

  epochs(): EpochMemory {
    return {
      seen: this.epochSeen,
      history: this.history,
      remember: ({ epoch, history }) =>
        this.#outboxDisk.write(() => {
          this.epochSeen = Math.max(this.epochSeen, epoch);
          this.history = Math.max(this.history, history);
        }),
    };
  }

  /** The replica for a room; what is kept of another epoch or viewer is wiped first. */
  replicaDisk(room: RoomFacts): ReplicaDisk {
    if (this.replica === null || !isSameReplica(this.replica.room, room)) {
      this.#replicaDisk.crash();
      this.replica = { room, records: new Map(), checkpoint: undefined };
    }
    const kept = this.replica;
    return {
      load: () => kept,
      saveRecords: (records) =>
        this.#replicaDisk.write(() => {
          for (const record of records) kept.records.set(record.key, record);
        }),
      saveCheckpoint: (checkpoint) =>
        this.#replicaDisk.write(() => {
          kept.checkpoint = checkpoint;
        }),
    };
  }
}
