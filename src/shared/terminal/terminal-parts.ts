import type { Bridge, VaultBridge } from '../bridge/bridge.ts';
import type { OpenSocket } from '../link/link-ports.ts';
import { Link } from '../link/link.ts';
import type { OutboxStore } from '../link/outbox-ports.ts';
import { openOutbox, type Outbox } from '../link/outbox.ts';
import type { LayerKeyStore } from '../private-layer/held-keys.ts';
import type { StretchPin } from '../private-layer/stretch-pin.ts';
import { commandId, type CommandId, type MeetingId } from '../records/ids.ts';
import type { Random } from '../std/random.ts';
import type { Timers } from '../std/timers.ts';
import type { DeviceMemory } from './device-memory.ts';
import { Device } from './device.ts';
import type { LockStorage } from './guard-storage.ts';
import { Guard } from './guard.ts';
import { guardedDevice, guardedLayers, guardedLock, guardedVault } from './guarded.ts';
import type { HubHttp } from './hub-http.ts';
import { Layers } from './layers.ts';
import { obeyRecalls } from './obey-recalls.ts';
import { reportReadiness } from './report-readiness.ts';
import type { TerminalPlace } from './terminal-place.ts';
import { watchSession } from './watch-session.ts';
import { yieldToLive } from './yield-to-live.ts';

/** The vault as the other parts of a terminal use it, wherever it runs. */
export interface PartVault extends VaultBridge {
  /** See `Vault.recalled`. */
  readonly recalled: readonly MeetingId[];
  /** See `Vault.recall`. */
  recall(meetingId: MeetingId): Promise<void>;
  /** See `Vault.yieldToLive`. */
  yieldToLive(): void;
}

/** What a terminal needs of its host, whichever it is. */
export interface PartPorts<OfHost extends PartVault> {
  readonly place: TerminalPlace;
  readonly memory: DeviceMemory;
  readonly http: HubHttp;
  readonly open: OpenSocket;
  readonly outboxStore: OutboxStore;
  readonly layerKeys: LayerKeyStore;
  readonly lock: LockStorage;
  readonly stretch: StretchPin;
  readonly timers: Timers;
  readonly random: Random;
  /** Unguessable, for ids of commands and for keys. */
  randomBytes(count: number): Uint8Array;
  openVault(device: Pick<Device, 'mustBeRegistered'>): Promise<OfHost>;
  /** The terminal now belongs to another room, and its outbox is empty: it has to be opened anew. */
  onOtherRoom(): void;
  onTrouble(reason: unknown): void;
}

/** A terminal taken apart, for the host to go on with. */
export interface TerminalParts<OfHost extends PartVault> {
  readonly device: Device;
  readonly layers: Layers;
  readonly link: Link;
  readonly outbox: Outbox;
  readonly vault: OfHost;
  readonly guard: Guard;
}

/** Loads what the host keeps of a terminal and ties its parts to each other; the link is not started yet. */
export async function openTerminalParts<OfHost extends PartVault>(
  ports: PartPorts<OfHost>,
): Promise<TerminalParts<OfHost>> {
  const { memory, http, outboxStore, stretch, timers, random, onTrouble } = ports;
  const randomBytes = (count: number): Uint8Array => ports.randomBytes(count);
  const layers = await Layers.open({
    store: ports.layerKeys,
    http,
    stretch,
    randomBytes,
    tokens: () => device.mustBeRegistered(),
    participantId: () => memory.get().session?.participantId ?? null,
  });
  const device: Device = new Device({
    place: ports.place,
    memory,
    http,
    layers,
    onCredentials: () => link.credentialsChanged(),
    async forgetFormerRoom() {
      outbox.stop();
      await outboxStore.remove((await outboxStore.load()).map(({ id }) => id));
    },
    onOtherRoom: () => ports.onOtherRoom(),
    onTrouble,
  });
  const credentials = () => device.credentials();
  const link = new Link({ open: ports.open, timers, random, epochs: device.epochs, credentials });
  const outbox = await openOutbox({
    store: outboxStore,
    channel: link,
    timers,
    random,
    newId: () => newCommandId(randomBytes),
    signedIn: () => memory.get().session,
  });
  const vault = await ports.openVault(device);
  const { recalled } = vault;
  const guard = await Guard.open({ storage: ports.lock, stretch, timers, randomBytes, recalled });
  const parts = { device, layers, link, outbox, vault, guard };
  tie(parts, onTrouble);
  return parts;
}

/** What one part has to know of another, for the life of the terminal. */
function tie(
  { device, link, outbox, vault, guard }: TerminalParts<PartVault>,
  onTrouble: (reason: unknown) => void,
): void {
  reportReadiness({ link, outbox, vault });
  yieldToLive({ link, outbox, vault });
  const { seat, registered } = device.identity.get();
  obeyRecalls({ link, vault, outbox, guard, seat, isRegistered: registered !== null, onTrouble });
  watchSession({ link, device, onTrouble });
}

/** The parts as windows see them, with the guard before whatever it guards. */
export function guardedParts(
  { device, layers, outbox, vault, guard }: TerminalParts<PartVault>,
  onTrouble: (reason: unknown) => void,
): Pick<Bridge, 'device' | 'layers' | 'outbox' | 'vault' | 'guard'> {
  const bridgeDevice = guardedDevice(device, guard, onTrouble);
  return {
    device: bridgeDevice,
    layers: guardedLayers(layers, () => device.identity.get().participantId, guard, onTrouble),
    outbox,
    vault: guardedVault(vault, guard),
    guard: guardedLock(guard, bridgeDevice.signIn),
  };
}

function newCommandId(randomBytes: (count: number) => Uint8Array): CommandId {
  return commandId.parse(Array.from(randomBytes(16), (byte) => byte.toString(16).padStart(2, '0')).join(''));
}
