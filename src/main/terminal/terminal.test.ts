import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LinkDown } from '../../shared/bridge/bridge.ts';
import type { SocketHandlers } from '../../shared/link/link-ports.ts';
import type { CommandIntent } from '../../shared/protocol/commands/command-schemas.ts';
import type { Registration, Session, SignInChoices } from '../../shared/protocol/http.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';
import { pinFloor } from '../../shared/private-layer/pin-cost.ts';
import { layerPartId, meetingId, participantId, personId, seatLabel } from '../../shared/records/ids.ts';
import { ok } from '../../shared/std/result.ts';
import { openDeviceMemory } from '../../shared/terminal/device-memory.ts';
import type { HubHttp } from '../../shared/terminal/hub-http.ts';
import { createMemoryDisk } from '../../shared/vault/memory-disk.ts';
import { createDeviceStorage } from '../disk/device-storage.ts';
import { createLockStorage } from '../disk/lock-storage.ts';
import { createOpenMeetingsStorage } from '../disk/open-meetings-storage.ts';
import { openTerminalDatabase, type TerminalDatabase } from '../disk/terminal-database.ts';
import { createLayerKeyStore } from '../keys/layer-key-store.ts';
import { createSealer } from '../keys/sealer.ts';
import { createOutboxStore } from '../outbox/outbox-store.ts';
import { openTerminal, type Terminal } from './terminal.ts';

const session: Session = { sessionToken: 's1', participantId: participantId.parse('p1') };
const person: SignInChoices['participants'][number] = {
  participantId: session.participantId,
  personId: personId.parse('minh'),
  fullName: 'Nguyễn Văn Minh',
  office: '',
  seat: seatLabel.parse('A07'),
  pin: { salt: 'AAAAAAAAAAAAAAAAAAAAAA==', ...pinFloor },
};
const intent = { type: 'meeting/close', payload: { meetingId: 'm1' } } as CommandIntent;

const welcomeOfNobody = {
  type: 'welcome',
  protocol: protocolVersion,
  roomId: 'room-1',
  epoch: 1,
  seq: 0,
  history: 'same',
  now: 1_790_000_000_000,
  deviceId: 'd1',
  seat: 'A07',
  viewer: { surface: 'seat', personId: null, atConsole: false },
  participantId: null,
  recalls: [],
};

const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));

/** A machine with a real database, and a hub that answers as the test says. */
class Machine {
  room = 'room-1';
  isDown = false;
  readonly database: TerminalDatabase;
  readonly sockets: SocketHandlers[] = [];
  readonly waiting: (() => void)[] = [];
  readonly troubles: unknown[] = [];
  readonly onOtherRoom = vi.fn();
  registrations = 0;
  /** The layer keys that reached the hub first. */
  keys: string | null = null;

  constructor(folder: string) {
    this.database = openTerminalDatabase(join(folder, 'terminal.sqlite'));
  }

  async open(): Promise<Terminal> {
    const sealer = createSealer(new Uint8Array(32).fill(3));
    const onTrouble = (reason: unknown): void => void this.troubles.push(reason);
    return openTerminal({
      gatherMachine: () => Promise.reject(new Error('no machine here')),
      place: { surface: 'seat', seat: seatLabel.parse('A07') },
      host: { kind: 'electron', kiosk: false, prints: true, displays: false, keepsPack: true },
      memory: await openDeviceMemory(createDeviceStorage(this.database, sealer), randomBytes),
      outboxStore: createOutboxStore({ database: this.database, sealer, onTrouble }),
      lock: createLockStorage(this.database, sealer),
      openMeetings: createOpenMeetingsStorage(this.database, sealer),
      layerKeys: createLayerKeyStore(this.database, sealer),
      stretch: async (pin) => new Uint8Array(32).fill(Number(pin.charAt(0))),
      disk: createMemoryDisk(),
      http: this.#http(),
      open: (handlers) => {
        this.sockets.push(handlers);
        return { send: () => undefined, close: () => undefined };
      },
      timers: {
        now: () => 1_790_000_000_000,
        after: (_ms, run) => {
          this.waiting.push(run);
          return () => void this.waiting.splice(this.waiting.indexOf(run), 1);
        },
      },
      random: () => 0,
      fetchBlob: () => Promise.reject(new Error('nothing is wanted')),
      createHasher: () => ({ update: () => undefined, digest: () => '' }),
      randomBytes,
      onOtherRoom: this.onOtherRoom,
      onTrouble,
    });
  }

  #http(): HubHttp {
    const unused = () => Promise.reject(new Error('not asked for in these tests'));
    return {
      register: async () => {
        if (this.isDown) throw new LinkDown('away');
        this.registrations += 1;
        return ok({ roomId: this.room, deviceId: 'd1', deviceToken: 't1' } as Registration);
      },
      signIn: async (_tokens, { keys }) => {
        this.keys ??= keys;
        return ok({ ...session, keys: this.keys, hasRecovery: false });
      },
      signOut: async () => undefined,
      signInChoices: async () => ok({ participants: [person] }),
      layerKeys: unused,
      changeKeys: unused,
      resetPin: unused,
      addDocument: unused,
      intake: unused,
      replaceDocument: unused,
      readBlob: unused,
      exportLog: unused,
    };
  }
}

describe('a terminal of this machine', () => {
  let folder = '';
  let machine: Machine;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'terminal-'));
    machine = new Machine(folder);
  });
  afterEach(() => {
    machine.database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('connects only once it is registered, and knows its room after a restart', async () => {
    const terminal = await machine.open();
    expect([machine.sockets.length, terminal.hub.status.get().state]).toEqual([0, 'unregistered']);
    await terminal.device.register('4K7Q');
    expect([machine.sockets.length, terminal.hub.status.get().state]).toEqual([1, 'connecting']);
    terminal.stop();
    const again = await machine.open();
    expect(again.device.identity.get()).toMatchObject({ seat: 'A07', registered: { roomId: 'room-1' } });
    expect(machine.sockets.length).toBe(2);
    again.stop();
  });

  it('goes on registering with its code until the hub answers, and no longer when it is stopped', async () => {
    machine.isDown = true;
    const terminal = await machine.open();
    terminal.useRoomCode('4K7Q');
    await vi.waitFor(() => expect(machine.waiting).toHaveLength(1));
    machine.isDown = false;
    machine.waiting.splice(0).forEach((run) => run());
    await vi.waitFor(() => expect(terminal.device.identity.get().registered).not.toBeNull());
    expect(machine.registrations).toBe(1);
    terminal.stop();
    expect(machine.waiting).toHaveLength(0);
  });

  it('keeps person and commands when it is opened again, and one key for its replica', async () => {
    const terminal = await machine.open();
    await terminal.device.register('4K7Q');
    await terminal.device.signIn(session.participantId, '123456');
    const entry = await terminal.outbox.submit(intent);
    const key = await terminal.device.replicaKey();
    terminal.stop();
    const again = await machine.open();
    expect(again.device.identity.get().participantId).toBe('p1');
    expect(again.outbox.entries.get()).toEqual([entry]);
    expect(entry).toMatchObject({ participantId: 'p1', answer: null });
    expect(await again.device.replicaKey()).toEqual(key);
    again.stop();
  });

  it('opens its person’s notes after a restart without the hub, and nobody’s after the person has left', async () => {
    const part = { meetingId: meetingId.parse('m1'), partId: layerPartId.parse('x1') };
    const clear = new Uint8Array(Buffer.from('ghi chú'));
    const terminal = await machine.open();
    await terminal.device.register('4K7Q');
    expect(terminal.layers.state.get().state).toBe('nobody');
    await terminal.device.signIn(session.participantId, '123456');
    expect(terminal.layers.state.get().state).toBe('ready');
    const sealed = await terminal.layers.seal(part, clear);
    terminal.stop();
    machine.isDown = true;
    const again = await machine.open();
    const opened = () => again.layers.open(part.meetingId, [{ partId: part.partId, sealed }]);
    expect((await opened()).map((bytes) => bytes && Buffer.from(bytes).toString())).toEqual(['ghi chú']);
    await again.device.signOut();
    expect(again.layers.state.get()).toMatchObject({ state: 'nobody', keys: [] });
    expect(await opened()).toEqual([null]);
    await expect(again.layers.seal(part, clear)).rejects.toThrow('not open');
    again.stop();
  });

  it('takes nothing of one room into another', async () => {
    const terminal = await machine.open();
    await terminal.device.register('4K7Q');
    await terminal.device.signIn(session.participantId, '123456');
    await terminal.outbox.submit(intent);
    machine.room = 'room-2';
    await terminal.device.register('ANOTHER');
    expect(machine.onOtherRoom).toHaveBeenCalledOnce();
    terminal.stop();
    const again = await machine.open();
    expect(again.outbox.entries.get()).toEqual([]);
    expect(again.device.identity.get()).toMatchObject({
      registered: { roomId: 'room-2' },
      participantId: null,
    });
    again.stop();
  });

  it('asks for the person again when the hub welcomes it as nobody’s', async () => {
    const terminal = await machine.open();
    await terminal.device.register('4K7Q');
    await terminal.device.signIn(session.participantId, '123456');
    const entry = await terminal.outbox.submit(intent);
    machine.sockets.at(-1)?.opened();
    machine.sockets.at(-1)?.message(JSON.stringify(welcomeOfNobody));
    await vi.waitFor(() => expect(terminal.device.identity.get().participantId).toBeNull());
    expect(terminal.layers.state.get().state).toBe('nobody');
    expect(terminal.outbox.entries.get()).toEqual([entry]);
    terminal.stop();
  });

  it('forgets a person of whom the hub knows nothing any more', async () => {
    const terminal = await machine.open();
    await terminal.device.register('4K7Q');
    await terminal.device.signIn(session.participantId, '123456');
    machine.sockets.at(-1)?.opened();
    machine.sockets.at(-1)?.message(JSON.stringify({ type: 'rejected', code: 'access/not-signed-in' }));
    await vi.waitFor(() => expect(terminal.device.identity.get().participantId).toBeNull());
    expect(machine.troubles).toEqual([]);
    terminal.stop();
  });
});
