import { createReplica } from '../../src/renderer/data/create-replica.ts';
import { windowTimers } from '../../src/renderer/data/window-timers.ts';
import type { Replica } from '../../src/renderer/data/replica.ts';
import type { Change, DeviceIdentity, LinkStatus, RoomFacts } from '../../src/shared/bridge/bridge.ts';
import { deviceId, roomId, seatLabel } from '../../src/shared/records/ids.ts';
import { createChannel, createSignal } from '../../src/shared/std/signal.ts';
import { records, type Pulled } from './measures.ts';
import { pullRecords } from './pull-records.ts';

/** Measures the replica as the windows use it: sealed, strict on disk, shown by kind. Each seat is a new database. */
export async function measureReplica(seat: string): Promise<Pulled> {
  const hub = new StandInHub();
  const replica = createReplica({
    recalled: () => [],
    device: {
      identity: createSignal(identityOf(seat)),
      replicaKey: () => Promise.resolve(new Uint8Array(32).fill(7)),
    },
    hub,
    timers: windowTimers,
    fillRandom: (bytes) => void crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>),
    onTrouble: (reason) => console.error(reason),
  });
  const begun = performance.now();
  const stop = replica.start();
  hub.connect(records.first);
  await untilItHolds(replica, records.first);
  const initial = performance.now() - begun;
  hub.disconnect();
  await replica.settled();
  const back = performance.now();
  hub.connect(records.first + records.missed);
  await untilItHolds(replica, records.first + records.missed);
  const catchUp = performance.now() - back;
  stop();
  await replica.settled();
  return { initial, catchUp };
}

/** The end of a link to a hub: every pull is a request over HTTP. */
class StandInHub {
  readonly status = createSignal<LinkStatus>({
    state: 'offline',
    since: 0,
    clockDifferenceMs: null,
    code: null,
  });
  readonly room = createSignal<RoomFacts | null>(null);
  readonly #changes = createChannel<Change | 'live'>();
  #head = 0;

  readonly onChange = (listener: (change: Change | 'live') => void): (() => void) =>
    this.#changes.subscribe(listener);
  readonly pull = (since: { epoch: number; seq: number }, limit: number) =>
    pullRecords(since, limit, this.#head);
  readonly replicaReached = (): void => undefined;

  connect(head: number): void {
    this.#head = head;
    this.status.set({ ...this.status.get(), state: 'live' });
    this.room.set({
      roomId: roomId.parse('room-1'),
      epoch: 1,
      history: 0,
      viewer: { surface: 'seat', personId: null, atConsole: false },
      participantId: null,
    });
    this.#changes.emit('live');
  }

  disconnect(): void {
    this.status.set({ ...this.status.get(), state: 'offline' });
  }
}

function identityOf(seat: string): DeviceIdentity {
  return {
    surface: 'seat',
    seat: seatLabel.parse(seat),
    registered: { roomId: roomId.parse('room-1'), deviceId: deviceId.parse('device-1') },
    participantId: null,
    personId: null,
  };
}

async function untilItHolds(replica: Replica, count: number): Promise<void> {
  const items = replica.records('agenda-item');
  const isThere = (): boolean => replica.state.get().whole && items.get().list.length === count;
  if (isThere()) return;
  await new Promise<void>((resolve) => {
    const look = (): void => void (isThere() && resolve());
    items.subscribe(look);
    replica.state.subscribe(look);
  });
}
