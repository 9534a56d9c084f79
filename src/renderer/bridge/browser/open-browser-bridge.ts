import { LinkDown, type Bridge } from '../../../shared/bridge/bridge.ts';
import { Link } from '../../../shared/link/link.ts';
import { openOutbox, type Outbox } from '../../../shared/link/outbox.ts';
import { limits } from '../../../shared/protocol/limits.ts';
import { commandId } from '../../../shared/records/ids.ts';
import { Device } from '../../../shared/terminal/device.ts';
import { openDeviceMemory } from '../../../shared/terminal/device-memory.ts';
import { createHubBridge } from '../../../shared/terminal/hub-bridge.ts';
import { createHubHttp, headersOf } from '../../../shared/terminal/hub-http.ts';
import { Guard } from '../../../shared/terminal/guard.ts';
import { guardedDevice, guardedLock, guardedLayers, guardedVault } from '../../../shared/terminal/guarded.ts';
import { Layers } from '../../../shared/terminal/layers.ts';
import { obeyRecalls } from '../../../shared/terminal/obey-recalls.ts';
import { reportMachine } from '../../../shared/terminal/report-machine.ts';
import { reportReadiness } from '../../../shared/terminal/report-readiness.ts';
import { watchSession } from '../../../shared/terminal/watch-session.ts';
import { terminalName } from '../../../shared/terminal/terminal-place.ts';
import { yieldToLive } from '../../../shared/terminal/yield-to-live.ts';
import type { SurfaceAddress } from './address.ts';
import { createDeviceStorage } from './device-storage.ts';
import { createHubTransport } from './hub-transport.ts';
import { createLockStorage } from './lock-storage.ts';
import { createOutboxStore } from './outbox-store.ts';
import { gatherInBrowser, watchPageErrors } from './gather-machine.ts';
import { createLayerKeyStore } from './layer-key-store.ts';
import { openSealer } from './sealer.ts';
import { stretchInWorker } from './stretch-in-worker.ts';
import { becomeOnlyPage } from './tab-lock.ts';
import { openTerminalStore } from './terminal-store.ts';
import { openBrowserVault, type BrowserVault } from './vault/browser-vault.ts';
import { webSocketTo } from './open-web-socket.ts';
import { windowTimers } from './window-timers.ts';

export interface BrowserBridgeOptions {
  readonly address: SurfaceAddress;
  /** Origin of the hub that served the page. */
  readonly origin: string;
  /** The room code has done its work, or was refused: it should no longer stand in the address. */
  dropRoomCode(): void;
  /** Another page of the same terminal is open in this browser and has to be closed first. */
  onWaiting(): void;
  onTrouble(reason: unknown): void;
}

/** Opens the bridge of a plain browser: fetch and WebSocket to the hub, IndexedDB and OPFS for what is kept. */
export async function openBrowserBridge(options: BrowserBridgeOptions): Promise<Bridge> {
  const { address, origin, onTrouble } = options;
  const terminal = terminalName(address);
  await becomeOnlyPage(terminal, options.onWaiting);
  const store = await openTerminalStore(terminal);
  const sealer = await openSealer(store, 'values');
  const [memory, vault] = await Promise.all([
    openDeviceMemory(createDeviceStorage(store, sealer), randomBytes),
    openBrowserVault(terminal, origin, onTrouble),
  ]);
  const http = createHubHttp(createHubTransport(origin));
  const outboxStore = createOutboxStore(store, sealer, onTrouble);
  const layers = await Layers.open({
    store: createLayerKeyStore(store, sealer),
    http,
    stretch: stretchInWorker,
    randomBytes,
    tokens: () => device.mustBeRegistered(),
    participantId: () => memory.get().session?.participantId ?? null,
  });
  const device: Device = new Device({
    place: address,
    memory,
    http,
    layers,
    onCredentials: () => link.credentialsChanged(),
    async forgetFormerRoom() {
      outbox.stop();
      await outboxStore.remove((await outboxStore.load()).map(({ id }) => id));
    },
    onOtherRoom: () => location.reload(),
    onTrouble,
  });
  const random = (): number => Math.random();
  const link = new Link({
    open: webSocketTo(origin),
    timers: windowTimers,
    random,
    epochs: device.epochs,
    credentials: () => device.credentials(),
  });
  const outbox = await openOutbox({
    store: outboxStore,
    channel: link,
    timers: windowTimers,
    random,
    newId: newCommandId,
    signedIn: () => memory.get().session,
  });
  const guard = await Guard.open({
    storage: createLockStorage(store, sealer),
    stretch: stretchInWorker,
    timers: windowTimers,
    randomBytes,
    recalled: vault.recalled,
  });
  const gather = gatherInBrowser(pageVersion(), watchPageErrors(window, windowTimers.now));
  reportMachine({ link, vault, timers: windowTimers, gather, onTrouble });
  tie({ device, link, outbox, vault, guard, onTrouble });
  if (address.roomCode !== null)
    registerBy(address.roomCode, { device, link, onDone: options.dropRoomCode, onTrouble });
  link.start();
  const bridgeDevice = guardedDevice(device, guard, onTrouble);
  const host = {
    kind: 'browser',
    kiosk: false,
    prints: true,
    displays: false,
    keepsPack: vault.keeps,
  } as const;
  return {
    host,
    device: bridgeDevice,
    hub: createHubBridge(link, device, http),
    outbox,
    vault: guardedVault(vault, guard),
    guard: guardedLock(guard, bridgeDevice.signIn),
    layers: guardedLayers(layers, () => device.identity.get().participantId, guard, onTrouble),
    printer: null,
  };
}

interface Parts {
  readonly device: Device;
  readonly link: Link;
  readonly outbox: Outbox;
  readonly vault: BrowserVault;
  readonly guard: Guard;
  onTrouble(reason: unknown): void;
}

/** What one part has to know of another, for the life of the page. */
function tie({ device, link, outbox, vault, guard, onTrouble }: Parts): void {
  reportReadiness({ link, outbox, vault });
  yieldToLive({ link, outbox, vault });
  const { seat, registered } = device.identity.get();
  obeyRecalls({ link, vault, outbox, guard, seat, isRegistered: registered !== null, onTrouble });
  watchSession({ link, device, onTrouble });
  link.status.subscribe(({ state }) => {
    const tokens = device.tokens();
    vault.setOnline(state === 'live' && tokens !== null ? headersOf(tokens) : null);
  });
}

interface Registering {
  readonly device: Device;
  readonly link: Link;
  onDone(): void;
  onTrouble(reason: unknown): void;
}

/** Registers with the code of the address now, where it is needed, and again if the hub should not know the device. */
function registerBy(roomCode: string, { device, link, onDone, onTrouble }: Registering): void {
  const register = (): void => {
    device.register(roomCode).then(onDone, (reason: unknown) => {
      if (reason instanceof LinkDown) windowTimers.after(limits.reconnectLongestMs, register);
      else onTrouble(reason);
    });
  };
  if (device.identity.get().registered === null) register();
  else onDone();
  link.status.subscribe(({ code }) => code === 'access/unknown-device' && register());
}

/** As the build has written it into the page. */
function pageVersion(): string {
  return document.querySelector<HTMLMetaElement>('meta[name=version]')?.content ?? 'unknown';
}

function randomBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}

function newCommandId(): ReturnType<typeof commandId.parse> {
  return commandId.parse(Array.from(randomBytes(16), (byte) => byte.toString(16).padStart(2, '0')).join(''));
}
