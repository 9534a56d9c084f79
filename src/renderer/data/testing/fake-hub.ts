import {
  LinkDown,
  type Change,
  type DeviceIdentity,
  type LinkStatus,
  type RoomFacts,
} from '../../../shared/bridge/bridge.ts';
import { checkOf } from '../../../shared/link/testing/link-talk.ts';
import type { PageMessage } from '../../../shared/protocol/page.ts';
import { agendaItem } from '../../../shared/records/agenda-item.ts';
import { ballot } from '../../../shared/records/ballot.ts';
import { deviceId, participantId, personId, roomId, seatLabel } from '../../../shared/records/ids.ts';
import { keyOf, type RecordBody, type RecordKind } from '../../../shared/records/registry.ts';
import type { Checkpoint, WireRecord } from '../../../shared/records/wire-record.ts';
import { createChannel, createSignal } from '../../../shared/std/signal.ts';

/** A hub and the link to it, as far as a replica sees them; the link is as fast as a microtask. */
export class FakeHub {
  readonly status = createSignal<LinkStatus>({
    state: 'offline',
    since: 0,
    clockDifferenceMs: null,
    code: null,
  });
  readonly room = createSignal<RoomFacts | null>(null);
  readonly identity = createSignal<DeviceIdentity>(identityOf(null));
  /** The checkpoints from which was pulled, in order. */
  readonly pulls: number[] = [];
  /** What the replica said it holds, in order. */
  readonly reached: number[] = [];
  epoch = 1;
  history = 0;
  seq = 0;
  /** Records that this viewer must not see come with `body: null`. */
  hidden: (record: WireRecord) => boolean = () => false;

  /** The link breaks once before the page of the next pull has come. */
  breakNextPull = false;

  readonly #records = new Map<string, WireRecord>();
  readonly #changes = createChannel<Change | 'live'>();
  #waiting: (() => void)[] = [];

  onChange = (listener: (change: Change | 'live') => void): (() => void) => this.#changes.subscribe(listener);

  replicaReached = (checkpoint: Checkpoint): void => void this.reached.push(checkpoint.seq);

  pull = async (since: Checkpoint, limit: number): Promise<PageMessage> => {
    while (this.status.get().state !== 'live') {
      // oxlint-disable-next-line no-await-in-loop
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.pulls.push(since.seq);
    if (this.breakNextPull) {
      this.breakNextPull = false;
      throw new LinkDown('the link broke');
    }
    const after = [...this.#records.values()]
      .filter((record) => record.seq > since.seq)
      .toSorted((a, b) => a.seq - b.seq);
    const records = after.slice(0, limit).map((record) => this.#seen(record));
    const complete = records.length === after.length;
    const upTo = complete ? this.seq : (records.at(-1)?.seq ?? since.seq);
    const place = { epoch: this.epoch, since: since.seq, upTo, head: this.seq, check: checkOf(this.seq) };
    return { type: 'page', request: 0, ...place, complete, records };
  };

  /** Connects as the person who is signed in. */
  connect(): void {
    const identity = this.identity.get();
    const person =
      identity.participantId === null ? null : personId.parse(`person-${identity.participantId}`);
    this.room.set({
      roomId: roomId.parse('room-1'),
      epoch: this.epoch,
      history: this.history,
      viewer: {
        surface: identity.surface,
        personId: person,
        atConsole: identity.surface === 'chair' && person !== null,
      },
      participantId: identity.participantId,
    });
    this.#setState('live');
    for (const resolve of this.#waiting.splice(0)) resolve();
    this.#changes.emit('live');
  }

  disconnect(): void {
    this.#setState('offline');
  }

  /** Changes records on the hub and tells them, unless the link is down. */
  put(
    ...bodies: readonly (readonly [RecordKind, RecordBody<RecordKind> | { readonly gone: string }])[]
  ): void {
    const prev = this.seq;
    const records = bodies.map(([kind, body]): WireRecord => {
      this.seq += 1;
      const key = 'gone' in body ? (body.gone as WireRecord['key']) : keyOf(kind, body as never);
      return { key, kind, seq: this.seq, body: 'gone' in body ? null : body };
    });
    for (const record of records) this.#records.set(record.key, record);
    if (this.status.get().state !== 'live') return;
    this.#changes.emit({
      epoch: this.epoch,
      prev,
      seq: this.seq,
      check: checkOf(this.seq),
      records: records.map((record) => this.#seen(record)),
    });
  }

  /** As if a copy had taken over that has grown by itself: shorter or longer, under the same epoch. */
  goOverTo(another: FakeHub): void {
    this.#records.clear();
    for (const [key, record] of another.#records) this.#records.set(key, record);
    this.history += 1;
    this.seq = another.seq;
  }

  /** As if everything were lost and restored from nothing. */
  restoreEmpty(): void {
    this.#records.clear();
    this.epoch += 1;
    this.seq = 0;
  }

  signIn(who: string): void {
    this.identity.set(identityOf(who, this.identity.get().surface));
  }

  signOut(): void {
    this.identity.set(identityOf(null, this.identity.get().surface));
  }

  #seen(record: WireRecord): WireRecord {
    return this.hidden(record) ? { ...record, body: null } : record;
  }

  #setState(state: LinkStatus['state']): void {
    this.status.set({ ...this.status.get(), state });
  }
}

export function identityOf(who: string | null, surface: DeviceIdentity['surface'] = 'seat'): DeviceIdentity {
  return {
    surface,
    seat: surface === 'seat' ? seatLabel.parse('A07') : null,
    registered: { roomId: roomId.parse('room-1'), deviceId: deviceId.parse('device-1') },
    participantId: who === null ? null : participantId.parse(who),
    personId: null,
  };
}

/** An agenda item with a title; its id is `item-<number>`. */
export function item(number: number, title: string): readonly ['agenda-item', RecordBody<'agenda-item'>] {
  return [
    'agenda-item',
    agendaItem.parse({
      id: `item-${number}`,
      meetingId: 'meeting-1',
      order: number,
      title,
      plannedMinutes: 20,
      presenterIds: [],
      papers: 'electronic',
      state: 'waiting',
      beganAt: null,
      endedAt: null,
      startedAt: null,
      pausedAt: null,
      spentMs: 0,
    }),
  ];
}

/** What the owner of a ballot knows of it. */
export function ballotBy(who: string): readonly ['ballot', RecordBody<'ballot'>] {
  return [
    'ballot',
    ballot.parse({
      voteId: 'vote-1',
      meetingId: 'meeting-1',
      participantId: who,
      state: 'counted',
      at: 1,
      revision: 1,
      number: 1,
      receipt: '4K7Q-M2XD',
    }),
  ];
}
