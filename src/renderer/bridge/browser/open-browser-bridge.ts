import { LinkDown, type Bridge, type HubBridge } from '../../../shared/bridge/bridge.ts';
import { Link } from '../../../shared/link/link.ts';
import { openOutbox, type Outbox } from '../../../shared/link/outbox.ts';
import { isWaiting } from '../../../shared/link/outbox-entry.ts';
import { limits } from '../../../shared/protocol/limits.ts';
import { commandId } from '../../../shared/records/ids.ts';
import { terminalName, type SurfaceAddress } from './address.ts';
import { Device } from './device.ts';
import { openDeviceMemory } from './device-memory.ts';
import { createHubHttp, headersOf, type HubHttp } from './hub-http.ts';
import { createOutboxStore } from './outbox-store.ts';
import { openSealer } from './sealer.ts';
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
    openDeviceMemory(store, sealer),
    openBrowserVault(terminal, origin, onTrouble),
  ]);
  const http = createHubHttp(origin);
  const outboxStore = createOutboxStore(store, sealer, onTrouble);
  const device: Device = new Device({
    address,
    memory,
    http,
    onCredentials: () => link.credentialsChanged(),
    async onOtherRoom() {
      await outboxStore.remove((await outboxStore.load()).map(({ id }) => id));
      location.reload();
    },
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
    signedIn: () => device.identity.get().participantId,
  });
  tie({ device, link, outbox, vault, onTrouble });
  if (address.roomCode !== null)
    registerBy(address.roomCode, { device, link, onDone: options.dropRoomCode, onTrouble });
  link.start();
  const host = { kind: 'browser', kiosk: false, displays: false, keepsPack: vault.keeps } as const;
  return { host, device, hub: hubBridge(link, device, http), outbox, vault };
}

function hubBridge(link: Link, device: Device, http: HubHttp): HubBridge {
  return {
    status: link.status,
    room: link.room,
    roster: link.roster,
    pull: (since, limit) => link.pull(since, limit),
    onChange: (listener) => link.onChange(listener),
    replicaReached: (checkpoint) => link.replicaReached(checkpoint),
    async addDocument(query, pdf, onProgress = () => undefined) {
      return await http.addDocument(device.mustBeRegistered(), query, pdf, onProgress);
    },
  };
}

interface Parts {
  readonly device: Device;
  readonly link: Link;
  readonly outbox: Outbox;
  readonly vault: BrowserVault;
  onTrouble(reason: unknown): void;
}

/** What one part has to know of another, for the life of the page. */
function tie({ device, link, outbox, vault, onTrouble }: Parts): void {
  const report = (): void => {
    const pack = vault.progress.get();
    const packHeld = pack.filter(({ state }) => state === 'held').length;
    const waiting = outbox.entries.get().filter(isWaiting).length;
    link.report({ packHeld, packTotal: pack.length, waiting });
  };
  report();
  vault.progress.subscribe(report);
  outbox.entries.subscribe(report);
  link.status.subscribe(({ state, code }) => {
    const tokens = device.tokens();
    vault.setOnline(state === 'live' && tokens !== null ? headersOf(tokens) : null);
    if (code === 'access/not-signed-in') device.sessionLost().catch(onTrouble);
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

function newCommandId(): ReturnType<typeof commandId.parse> {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return commandId.parse(Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''));
}
