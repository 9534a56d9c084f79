import type { RecordBody, RecordKind } from '../../shared/records/registry.ts';
import type { Stop, Watchable } from '../../shared/std/signal.ts';

/**
 * All records of one kind as this terminal holds them. A new object whenever any of them changes;
 * records that did not change stay the same objects.
 */
export interface RecordSet<Kind extends RecordKind> {
  /** False until the kind has been read from this terminal's disk for the first time. */
  readonly read: boolean;
  /** In the order of their keys. */
  readonly list: readonly RecordBody<Kind>[];
  /** By id: the part of the key after `kind/`. */
  readonly byId: ReadonlyMap<string, RecordBody<Kind>>;
}

/** How whole and how fresh the replica is. */
export interface ReplicaState {
  /** `opening`: the disk has not been read. `open`: what is held can be shown, with or without the hub. */
  readonly phase: 'opening' | 'open';
  /** True while the link is live and everything that this viewer may see is here. */
  readonly whole: boolean;
  /** When the replica was last known to be whole, by this machine's clock; null before the first time. Kept over restarts. */
  readonly wholeAt: number | null;
  /** False when this terminal's disk refuses: the records are in memory alone and gone with the next start. */
  readonly kept: boolean;
}

/** The records of the room on this terminal: readable at all times, kept up to date while there is a link. */
export interface Replica {
  readonly state: Watchable<ReplicaState>;
  /** The records of one kind; the same watchable every time. */
  records<Kind extends RecordKind>(kind: Kind): Watchable<RecordSet<Kind>>;
  /**
   * Opens the database and follows the hub until it is stopped; nothing is lost by stopping. It may be started again
   * at once: the database is opened once the former one is closed.
   */
  start(): Stop;
  /** Resolves when everything asked for so far (opening, closing, forgetting) has been done. */
  settled(): Promise<void>;
}
