import { replicateRxCollection } from 'rxdb/plugins/replication';
import { Subject } from 'rxjs';
import { LinkDown, type HubBridge, type RoomFacts } from '../../shared/bridge/bridge.ts';
import { ReplicaFeed, ReplicaReplaced, type FeedBatch } from '../../shared/link/replica-feed.ts';
import type { Checkpoint, WireRecord } from '../../shared/records/wire-record.ts';
import { recordsOf, type RecordCollection, type RecordDocument } from './database.ts';
import type { StoredRecord } from './record-index.ts';
import { ReplicaSweep, type Pulled } from './replica-sweep.ts';

/** Records per request. The size makes no difference to the whole; this one keeps the screen free in between. */
const batchSize = 500;

/** RxDB asks again after this when a pull fails by a fault; weather is waited for instead. */
const retryMs = 5_000;

export interface FollowOptions {
  readonly collection: RecordCollection;
  readonly hub: Pick<HubBridge, 'room' | 'pull' | 'onChange' | 'replicaReached'>;
  /** The room as the records are pulled from it. */
  readonly room: RoomFacts;
  /** Marks what is pulled; documents of another generation are removed when everything has been pulled. */
  readonly generation: number;
  /** Everything that this viewer may see is here, and this is it; told after each pull that came to the end. */
  onWhole(documents: readonly StoredRecord[]): void;
  /** The room has another epoch or viewer: nothing more comes. */
  onReplaced(): void;
  /** RxDB has given up on something; records may be missing until the room is followed anew. */
  onError(reason: unknown): void;
}

export interface Follower {
  /** The name under which RxDB keeps the checkpoints of this pull. */
  readonly checkpoints: Promise<string>;
  /** Ends at once; resolves when nothing more is written. */
  stop(): Promise<void>;
}

/**
 * Pulls the records of a room into a collection and keeps them up to date: RxDB's replication, pull only.
 * The replication is named by room, epoch, history, viewer and generation, so that a checkpoint never stands for records
 * that were seen with other eyes; a new name pulls from the beginning into the same collection.
 */
export function followRoom(options: FollowOptions): Follower {
  const { collection, room, generation } = options;
  const stream$ = new Subject<'RESYNC' | { documents: Pulled[]; checkpoint: Checkpoint }>();
  const feed = new ReplicaFeed({ hub: options.hub, room, onReplaced: options.onReplaced });
  const sweep = new ReplicaSweep(collection, generation);
  let stopped = false;
  let isWhole = false;

  const take = (batch: FeedBatch): { documents: Pulled[]; checkpoint: Checkpoint } => {
    sweep.came(batch.documents);
    return {
      documents: batch.documents.map((record) => toDocument(record, generation)),
      checkpoint: batch.checkpoint,
    };
  };

  const replication = replicateRxCollection<RecordDocument, Checkpoint>({
    replicationIdentifier: identifierOf(room, generation),
    collection,
    live: true,
    autoStart: false,
    waitForLeadership: false,
    retryTime: retryMs,
    pull: {
      batchSize,
      stream$,
      handler: async (stored, limit) => {
        isWhole = false;
        const batch = await pullWhenLive(feed, stored, limit, () => stopped);
        const pulled = take(batch);
        const isLast = batch.documents.length < limit;
        pulled.documents.push(...(await sweep.after(stored?.seq ?? 0, isLast)));
        isWhole = isLast;
        return pulled;
      },
    },
  });

  const stopFeed = feed.subscribe((event) => stream$.next(event === 'RESYNC' ? event : take(event)));
  const errors = replication.error$.subscribe((reason) => options.onError(reason));
  /** RxDB tells those who watch a query only a moment after all is stored: whoever hears "whole" must see it. */
  const tellWhole = async (): Promise<void> => {
    const documents = await recordsOf(collection).exec();
    if (isWhole && !stopped) options.onWhole(documents);
  };
  const activity = replication.active$.subscribe((isActive) => {
    if (!isActive && isWhole && !stopped) tellWhole().catch(options.onError);
  });
  replication.start().catch(options.onError);

  return {
    checkpoints: replication.metaInfoPromise.then(({ collectionName }) => collectionName),
    async stop() {
      stopped = true;
      stopFeed();
      feed.stop();
      errors.unsubscribe();
      activity.unsubscribe();
      await replication.cancel();
    },
  };
}

function identifierOf({ roomId, epoch, history, viewer }: RoomFacts, generation: number): string {
  return JSON.stringify([
    roomId,
    epoch,
    history,
    viewer.surface,
    viewer.personId,
    viewer.atConsole,
    generation,
  ]);
}

function toDocument({ key, seq, body }: WireRecord, generation: number): Pulled {
  return { key, seq, generation, body, _deleted: body === null };
}

/** Asks again each time the link breaks. Once there is nothing to come, it never answers; RxDB's cancel does not wait. */
async function pullWhenLive(
  feed: ReplicaFeed,
  stored: Checkpoint | undefined,
  limit: number,
  isStopped: () => boolean,
): Promise<FeedBatch> {
  for (;;) {
    try {
      // oxlint-disable-next-line no-await-in-loop
      return await feed.pullHandler(stored, limit);
    } catch (reason) {
      if (reason instanceof ReplicaReplaced || isStopped()) return await new Promise<never>(() => undefined);
      if (!(reason instanceof LinkDown)) throw reason;
    }
  }
}
