import type { Subscription } from 'rxjs';
import type { DeviceBridge, DeviceIdentity, HubBridge, RoomFacts } from '../../shared/bridge/bridge.ts';
import type { MeetingId } from '../../shared/records/ids.ts';
import { isSameReplica } from '../../shared/link/replica-feed.ts';
import { createSignal, type Stop } from '../../shared/std/signal.ts';
import type { Timers } from '../../shared/std/timers.ts';
import {
  deleteFormerCheckpoints,
  openInMemory,
  openRecords,
  recordsOf,
  type RecordDatabase,
} from './database.ts';
import { followRoom, type Follower } from './follow-room.ts';
import { forgetRecalled } from './forget-records.ts';
import { RecordIndex, type StoredRecord } from './record-index.ts';
import type { Replica, ReplicaState } from './replica.ts';
import { readMarker, writeMarker, type ReplicaMarker } from './replica-marker.ts';
import { beginMarker, forgetWho, isOfAnother, targetOf } from './whose-records.ts';

export interface ReplicaPorts {
  readonly device: Pick<DeviceBridge, 'identity' | 'replicaKey'>;
  readonly hub: Pick<HubBridge, 'status' | 'room' | 'pull' | 'onChange' | 'replicaReached'>;
  readonly timers: Timers;
  readonly fillRandom: (bytes: Uint8Array) => void;
  /** Meetings whose papers are gone from this terminal for ever. */
  recalled(): readonly MeetingId[];
  /** Told of everything that went wrong and was dealt with; for the log. */
  onTrouble(reason: unknown): void;
}

/** Creates the replica of this terminal. Nothing is opened before it is started. */
export function createReplica(ports: ReplicaPorts): Replica {
  const replica = new RoomReplica(ports);
  return {
    state: replica.state,
    records: (kind) => replica.index.of(kind),
    start: () => replica.start(),
    settled: () => replica.settled(),
  };
}

/** While the replica is whole, this is noted on disk so often, in milliseconds. */
const noteWholeMs = 30_000;

/** What could not be opened or begun is tried again after this, in milliseconds. */
const retryMs = 2_000;

/** Everything that belongs to an open database and ends with it. */
interface Opened {
  readonly database: RecordDatabase;
  readonly shown: Subscription;
  marker: ReplicaMarker | null;
  following: Following | null;
}

interface Following {
  readonly room: RoomFacts;
  readonly follower: Follower;
  /** The feed has told that nothing more comes from it. */
  isOver: boolean;
}

/**
 * Whatever happens outside (a start, a welcome, a sign-in, a failing disk) only asks for a turn; one turn at a time
 * compares what is with what should be, and makes it so. So nothing is ever opened, emptied and followed at once.
 */
class RoomReplica {
  readonly index = new RecordIndex();
  readonly state = createSignal<ReplicaState>({ phase: 'opening', whole: false, wholeAt: null, kept: true });

  readonly #ports: ReplicaPorts;
  #turns: Promise<void> = Promise.resolve();
  #runs = 0;
  #opened: Opened | null = null;
  /** Kept, because the host that keeps it may fail together with the disk. */
  #key: Uint8Array | null = null;
  /** Failures since the replica was last whole; after the second the disk is given up until the next start. */
  #failures = 0;
  #mustReopen = false;
  /** The latest that could be shown but is held back; see {@link RoomReplica.#failed}. */
  #heldBack: readonly StoredRecord[] | null = null;

  constructor(ports: ReplicaPorts) {
    this.#ports = ports;
  }

  start(): Stop {
    const { device, hub } = this.#ports;
    const wake = (): void => this.#wake();
    const stops = [
      device.identity.subscribe(wake),
      hub.room.subscribe(wake),
      hub.status.subscribe(({ state }) => state === 'live' || this.#isNoLongerWhole()),
      this.#noteRegularly(),
    ];
    this.#runs += 1;
    wake();
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      for (const stop of stops) stop();
      this.#runs -= 1;
      wake();
    };
  }

  async settled(): Promise<void> {
    let turns;
    do {
      turns = this.#turns;
      // oxlint-disable-next-line no-await-in-loop
      await turns;
    } while (turns !== this.#turns);
  }

  #wake(): void {
    this.#nextTurn(async () => {
      try {
        await this.#settle();
      } catch (reason) {
        this.#ports.timers.after(retryMs, () => this.#wake());
        throw reason;
      }
    });
  }

  #nextTurn(turn: () => Promise<void>): void {
    this.#turns = this.#turns.then(turn).catch((reason: unknown) => this.#ports.onTrouble(reason));
  }

  async #settle(): Promise<void> {
    if (this.#runs === 0 || this.#mustReopen) await this.#close();
    if (this.#runs === 0) return;
    this.#opened ??= await this.#open();
    const opened = this.#opened;
    const identity = this.#ports.device.identity.get();
    const target = targetOf(identity, this.#ports.hub.room.get());
    const { following } = opened;
    if (
      following !== null &&
      (following.isOver || target === null || !isSameReplica(following.room, target))
    ) {
      await stopFollowing(opened);
    }
    if (isOfAnother(opened.marker, identity)) {
      await stopFollowing(opened);
      opened.marker = await forgetWho(opened.database, opened.marker);
      this.#showHeldBack();
    }
    if (target !== null && opened.following === null) await this.#follow(opened, target);
  }

  async #open(): Promise<Opened> {
    const { device, fillRandom } = this.#ports;
    const identity = device.identity.get();
    this.#key ??= await device.replicaKey();
    const key = this.#key;
    const openDatabase = this.#failures > 1 ? openInMemory : openRecords;
    const onFailure = (reason: unknown): void => this.#failed(reason);
    const database = await openDatabase({ name: nameOf(identity), key, fillRandom, onFailure });
    this.#mustReopen = false;
    let marker = await readMarker(database.collection);
    // Before anything is shown: the person may have signed out just before the power went.
    if (isOfAnother(marker, identity)) marker = await forgetWho(database, marker);
    if (identity.surface === 'seat') await forgetRecalled(database.collection, this.#ports.recalled());
    const shown = recordsOf(database.collection).$.subscribe((documents) => this.#show(documents));
    this.#change({ kept: database.kept, wholeAt: this.state.get().wholeAt ?? marker?.wholeAt ?? null });
    return { database, shown, marker, following: null };
  }

  async #close(): Promise<void> {
    const opened = this.#opened;
    this.#opened = null;
    this.#change({ whole: false });
    if (opened === null) return;
    opened.shown.unsubscribe();
    await stopFollowing(opened);
    await opened.database.close();
  }

  async #follow(opened: Opened, room: RoomFacts): Promise<void> {
    const { database } = opened;
    const marker = await beginMarker(database, opened.marker, room);
    opened.marker = marker;
    const following: Following = {
      room,
      isOver: false,
      follower: followRoom({
        collection: database.collection,
        hub: this.#ports.hub,
        room,
        generation: marker.generation,
        onWhole: (documents) => this.#isWhole(documents),
        onReplaced: () => {
          following.isOver = true;
          this.#wake();
        },
        onError: (reason) => this.#failed(reason),
      }),
    };
    opened.following = following;
    if (database.kept) await deleteFormerCheckpoints(database.name, await following.follower.checkpoints);
  }

  #show(documents: readonly StoredRecord[]): void {
    if (this.#heldBack !== null) {
      this.#heldBack = documents;
      return;
    }
    this.index.show(documents);
    this.#change({ phase: 'open' });
  }

  #showHeldBack(): void {
    const documents = this.#heldBack;
    this.#heldBack = null;
    if (documents !== null) this.#show(documents);
  }

  /**
   * The disk or RxDB has failed: everything is closed, opened and pulled anew. What was shown stays on the screen
   * until the new records are whole, however little of them is there at first.
   */
  #failed(reason: unknown): void {
    this.#ports.onTrouble(reason);
    if (this.#mustReopen) return;
    this.#mustReopen = true;
    this.#failures += 1;
    if (this.state.get().phase === 'open') this.#heldBack ??= [];
    this.#wake();
  }

  #isWhole(documents: readonly StoredRecord[]): void {
    if (this.#ports.hub.status.get().state !== 'live' || this.#mustReopen) return;
    this.#failures = 0;
    if (this.state.get().whole) return;
    this.#heldBack = null;
    this.#show(documents);
    this.#change({ whole: true, wholeAt: this.#ports.timers.now() });
    this.#noteWhole();
  }

  #isNoLongerWhole(): void {
    if (!this.state.get().whole) return;
    this.#change({ whole: false, wholeAt: this.#ports.timers.now() });
    this.#noteWhole();
  }

  #noteRegularly(): Stop {
    const { timers } = this.#ports;
    const note = (): void => {
      next = timers.after(noteWholeMs, note);
      if (!this.state.get().whole) return;
      this.#change({ wholeAt: timers.now() });
      this.#noteWhole();
    };
    let next = timers.after(noteWholeMs, note);
    return () => next();
  }

  #noteWhole(): void {
    const { wholeAt } = this.state.get();
    this.#nextTurn(async () => {
      if (this.#opened === null || this.#opened.marker === null) return;
      this.#opened.marker = { ...this.#opened.marker, wholeAt };
      await writeMarker(this.#opened.database.collection, this.#opened.marker);
    });
  }

  #change(change: Partial<ReplicaState>): void {
    const state = this.state.get();
    const isNews = Object.entries(change).some(
      ([name, value]) => state[name as keyof ReplicaState] !== value,
    );
    if (isNews) this.state.set({ ...state, ...change });
  }
}

/** Names the databases of a terminal; several surfaces may live in one browser profile. */
function nameOf({ surface, seat }: DeviceIdentity): string {
  return seat === null ? surface : `${surface}-${seat.toLowerCase()}`;
}

async function stopFollowing(opened: Opened): Promise<void> {
  const { following } = opened;
  opened.following = null;
  await following?.follower.stop();
}
