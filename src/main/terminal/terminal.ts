import { LinkDown, type Bridge, type HostFacts } from '../../shared/bridge/bridge.ts';
import { Link } from '../../shared/link/link.ts';
import type { OpenSocket } from '../../shared/link/link-ports.ts';
import { openOutbox, type Outbox } from '../../shared/link/outbox.ts';
import type { OutboxStore } from '../../shared/link/outbox-ports.ts';
import type { LayerKeyStore } from '../../shared/private-layer/held-keys.ts';
import type { StretchPin } from '../../shared/private-layer/stretch-pin.ts';
import { commandId, type MeetingId, type Sha256 } from '../../shared/records/ids.ts';
import type { Random } from '../../shared/std/random.ts';
import type { Stop, Watchable } from '../../shared/std/signal.ts';
import type { Timers } from '../../shared/std/timers.ts';
import { Device } from '../../shared/terminal/device.ts';
import type { DeviceMemory } from '../../shared/terminal/device-memory.ts';
import { createHubBridge } from '../../shared/terminal/hub-bridge.ts';
import { headersOf, type HubHttp } from '../../shared/terminal/hub-http.ts';
import { Guard } from '../../shared/terminal/guard.ts';
import type { LockStorage } from '../../shared/terminal/guard-storage.ts';
import { guardedDevice, guardedLock, guardedLayers, guardedVault } from '../../shared/terminal/guarded.ts';
import { Layers } from '../../shared/terminal/layers.ts';
import { obeyRecalls } from '../../shared/terminal/obey-recalls.ts';
import { reportMachine, type GatherMachine } from '../../shared/terminal/report-machine.ts';
import { reportReadiness } from '../../shared/terminal/report-readiness.ts';
import { watchSession } from '../../shared/terminal/watch-session.ts';
import type { TerminalPlace } from '../../shared/terminal/terminal-place.ts';
import { yieldToLive } from '../../shared/terminal/yield-to-live.ts';
import { Vault } from '../../shared/vault/vault.ts';
import type { BlobDisk, BlobStream, Hasher } from '../../shared/vault/vault-ports.ts';
import type { FetchAtHub } from '../hub-link/hub-door.ts';
import { watchMeetings, type OpenMeetingsStorage } from './open-meetings.ts';
import { registerBy } from './register-by.ts';

/** What a terminal needs of its machine. */
export interface TerminalPorts {
  readonly place: TerminalPlace;
  readonly host: HostFacts;
  readonly memory: DeviceMemory;
  readonly outboxStore: OutboxStore;
  readonly layerKeys: LayerKeyStore;
  readonly stretch: StretchPin;
  readonly lock: LockStorage;
  readonly openMeetings: OpenMeetingsStorage;
  readonly disk: BlobDisk;
  readonly http: HubHttp;
  readonly open: OpenSocket;
  readonly timers: Timers;
  readonly random: Random;
  /** For what a machine asks of the hub in the name of its device; a terminal without it asks nothing of the kind. */
  readonly fetchAtHub?: FetchAtHub;
  fetchBlob(headers: Readonly<Record<string, string>>, sha256: Sha256, offset: number): Promise<BlobStream>;
  createHasher(): Hasher;
  /** Unguessable, for ids of commands. */
  randomBytes(count: number): Uint8Array;
  /** Looks at the machine, for IT. */
  readonly gatherMachine: GatherMachine;
  /** The terminal now belongs to another room, and its outbox is empty: it has to be opened anew. */
  onOtherRoom(): void;
  onTrouble(reason: unknown): void;
}

/** One window's side of the room: the whole of the bridge, in the main process. It lives on while its window reloads. */
export interface Terminal extends Bridge {
  /** Whether a meeting is open, as far as this terminal has heard; known without the hub too. */
  readonly meetingIsOpen: Watchable<boolean>;
  /** Whether whoever is signed in may print papers of this meeting now, as the rules of its body say. */
  mayPrint(meetingId: MeetingId): boolean;
  /** `fetch` at the hub with the token of this device. Rejects for weather, and while the device is not registered. */
  readonly fetchAsDevice: FetchAtHub;
  /** Registers with this code now, if that is needed, and again if the hub should not know the device. */
  useRoomCode(roomCode: string): void;
  /** Ends the link and everything in the background. */
  stop(): void;
}

/** Opens a terminal: loads what its machine keeps of it and begins to connect. */
export async function openTerminal(ports: TerminalPorts): Promise<Terminal> {
  const { memory, timers, random, onTrouble } = ports;
  const layers = await Layers.open({
    store: ports.layerKeys,
    http: ports.http,
    stretch: ports.stretch,
    randomBytes: (count) => ports.randomBytes(count),
    tokens: () => device.mustBeRegistered(),
    participantId: () => memory.get().session?.participantId ?? null,
  });
  const device: Device = new Device({
    ...ports,
    layers,
    onCredentials: () => link.credentialsChanged(),
    async forgetFormerRoom() {
      outbox.stop();
      await ports.outboxStore.remove((await ports.outboxStore.load()).map(({ id }) => id));
    },
  });
  const link = new Link({
    open: ports.open,
    timers,
    random,
    epochs: device.epochs,
    credentials: () => device.credentials(),
  });
  const outbox = await openOutbox({
    store: ports.outboxStore,
    channel: link,
    timers,
    random,
    newId: () => commandId.parse(Buffer.from(ports.randomBytes(16)).toString('hex')),
    signedIn: () => memory.get().session,
  });
  const vault = await Vault.open({
    ...ports,
    fetch: (sha256, offset) => ports.fetchBlob(headersOf(device.mustBeRegistered()), sha256, offset),
    createHasher: async () => ports.createHasher(),
  });
  const guard = await Guard.open({
    storage: ports.lock,
    stretch: ports.stretch,
    timers,
    randomBytes: (count) => ports.randomBytes(count),
    recalled: vault.recalled,
  });
  tie({ device, link, outbox, vault, guard, onTrouble });
  const stopTelling = reportMachine({ link, vault, timers, gather: ports.gatherMachine, onTrouble });
  const bridgeDevice = guardedDevice(device, guard, onTrouble);
  const { hub, isOpen, mayPrint } = watchMeetings(
    createHubBridge(link, device, ports.http),
    ports.openMeetings,
    onTrouble,
  );
  link.start();
  let stopRegistering: Stop = () => undefined;
  return {
    host: ports.host,
    device: bridgeDevice,
    hub,
    meetingIsOpen: isOpen,
    mayPrint: (meetingId) => mayPrint(meetingId) && isInUse(guard, device),
    printer: null,
    outbox,
    vault: guardedVault(vault, guard),
    guard: guardedLock(guard, bridgeDevice.signIn),
    layers: guardedLayers(layers, () => device.identity.get().participantId, guard, onTrouble),
    async fetchAsDevice(path, init) {
      const credentials = device.credentials();
      if (credentials === null || ports.fetchAtHub === undefined) throw new LinkDown('not registered');
      const headers = new Headers(init.headers);
      headers.set('authorization', `Bearer ${credentials.deviceToken}`);
      return ports.fetchAtHub(path, { ...init, headers });
    },
    useRoomCode(roomCode) {
      stopRegistering();
      stopRegistering = registerBy(roomCode, { device, status: link.status, timers, onTrouble });
    },
    stop() {
      stopRegistering();
      stopTelling();
      vault.stop();
      outbox.stop();
      link.stop();
    },
  };
}

/** Somebody is signed in, and may see what the terminal holds. */
function isInUse({ state }: Guard, { identity }: Device): boolean {
  return state.get().state === 'open' && identity.get().participantId !== null;
}

interface Parts {
  readonly device: Device;
  readonly link: Link;
  readonly outbox: Outbox;
  readonly vault: Vault;
  readonly guard: Guard;
  onTrouble(reason: unknown): void;
}

/** What one part has to know of another. */
function tie({ device, link, outbox, vault, guard, onTrouble }: Parts): void {
  reportReadiness({ link, outbox, vault });
  yieldToLive({ link, outbox, vault });
  const { seat, registered } = device.identity.get();
  obeyRecalls({ link, vault, outbox, guard, seat, isRegistered: registered !== null, onTrouble });
  watchSession({ link, device, onTrouble });
  link.status.subscribe(({ state }) => vault.setOnline(state === 'live'));
}
