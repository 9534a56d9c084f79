import type { RoomFacts } from '../../bridge/bridge.ts';
import type { WelcomeMessage } from '../../protocol/welcome.ts';
import { deviceId, roomId } from '../../records/ids.ts';
import { seededRandom } from '../../std/random.ts';
import { Link } from '../link.ts';
import type { Credentials, EpochMemory, Era, LinkPorts } from '../link-ports.ts';
import { HeldWire } from './held-wire.ts';
import { VirtualTime } from './virtual-time.ts';

export const room = roomId.parse('room-1');

/** The welcome of a hub to a seat at which nobody is signed in. */
export function welcome(changes: Partial<WelcomeMessage> = {}): WelcomeMessage {
  return {
    type: 'welcome',
    protocol: 1,
    roomId: room,
    epoch: 1,
    seq: 0,
    history: 'same',
    now: 1_000_000,
    deviceId: deviceId.parse('device-1'),
    seat: null,
    viewer: { surface: 'seat', personId: null, atConsole: false },
    participantId: null,
    recalls: [],
    ...changes,
  };
}

/** What a seat at which nobody is signed in is told of its room. */
export const roomFacts: RoomFacts = {
  roomId: room,
  epoch: 1,
  history: 0,
  viewer: { surface: 'seat', personId: null, atConsole: false },
  participantId: null,
};

/** An epoch memory whose writes settle when the test says so. */
export class HeldEpochs implements EpochMemory {
  readonly seen: number;
  readonly history = 0;
  readonly asked: { readonly epoch: number; readonly history: number; done(): void; failed(): void }[] = [];

  constructor(seen: number) {
    this.seen = seen;
  }

  remember({ epoch, history }: Era): Promise<void> {
    return new Promise((resolve, reject) => {
      this.asked.push({ epoch, history, done: resolve, failed: () => reject(new Error('disk full')) });
    });
  }
}

export interface LinkedRoom {
  readonly time: VirtualTime;
  readonly clock: { offsetMs: number };
  readonly wire: HeldWire;
  readonly epochs: HeldEpochs;
  readonly credentials: { value: Credentials | null };
  readonly link: Link;
}

/** A link on a held wire in virtual time, registered with {@link room} and welcomed before in epoch 1. */
export function linkedRoom(ports: Partial<LinkPorts> & { epochSeen?: number } = {}): LinkedRoom {
  const time = new VirtualTime();
  const clock = { offsetMs: 500_000 };
  const wire = new HeldWire();
  const epochs = new HeldEpochs(ports.epochSeen ?? 1);
  const credentials: { value: Credentials | null } = {
    value: { roomId: room, deviceToken: 'device-secret', sessionToken: null },
  };
  const link = new Link({
    open: wire.open,
    timers: time.machine(clock),
    random: seededRandom(1),
    epochs,
    credentials: () => credentials.value,
    ...ports,
  });
  return { time, clock, wire, epochs, credentials, link };
}

/** Runs everything that is due within `ms`. Promises settle between tasks only where the test awaits. */
export function pass(time: VirtualTime, ms: number): void {
  const until = time.nowMs + ms;
  while (time.step(until));
  time.nowMs = until;
}
