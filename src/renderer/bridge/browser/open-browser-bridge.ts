import type { Bridge } from '../../../shared/bridge/bridge.ts';
import { openDeviceMemory } from '../../../shared/terminal/device-memory.ts';
import { createHubBridge } from '../../../shared/terminal/hub-bridge.ts';
import { createHubHttp, headersOf } from '../../../shared/terminal/hub-http.ts';
import { registerBy } from '../../../shared/terminal/register-by.ts';
import { reportMachine } from '../../../shared/terminal/report-machine.ts';
import { guardedParts, openTerminalParts } from '../../../shared/terminal/terminal-parts.ts';
import { terminalName } from '../../../shared/terminal/terminal-place.ts';
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
  const { address, origin, dropRoomCode, onTrouble } = options;
  const terminal = terminalName(address);
  await becomeOnlyPage(terminal, options.onWaiting);
  const store = await openTerminalStore(terminal);
  const sealer = await openSealer(store, 'values');
  const [memory, openedVault] = await Promise.all([
    openDeviceMemory(createDeviceStorage(store, sealer), randomBytes),
    openBrowserVault(terminal, origin, onTrouble),
  ]);
  const http = createHubHttp(createHubTransport(origin));
  const parts = await openTerminalParts<BrowserVault>({
    place: address,
    memory,
    http,
    open: webSocketTo(origin),
    outboxStore: createOutboxStore(store, sealer, onTrouble),
    layerKeys: createLayerKeyStore(store, sealer),
    lock: createLockStorage(store, sealer),
    stretch: stretchInWorker,
    timers: windowTimers,
    random: () => Math.random(),
    randomBytes,
    openVault: async () => openedVault,
    onOtherRoom: () => location.reload(),
    onTrouble,
  });
  const { device, link, vault } = parts;
  link.status.subscribe(({ state }) => {
    const tokens = device.tokens();
    vault.setOnline(state === 'live' && tokens !== null ? headersOf(tokens) : null);
  });
  const gather = gatherInBrowser(pageVersion(), watchPageErrors(window, windowTimers.now));
  reportMachine({ link, vault, timers: windowTimers, gather, onTrouble });
  if (address.roomCode !== null) {
    if (device.identity.get().registered !== null) dropRoomCode();
    const { status } = link;
    registerBy(address.roomCode, {
      device,
      status,
      timers: windowTimers,
      onAnswered: dropRoomCode,
      onTrouble,
    });
  }
  link.start();
  const host = {
    kind: 'browser',
    kiosk: false,
    prints: true,
    displays: false,
    keepsPack: vault.keeps,
  } as const;
  return { host, ...guardedParts(parts, onTrouble), hub: createHubBridge(link, device, http), printer: null };
}

/** As the build has written it into the page. */
function pageVersion(): string {
  return document.querySelector<HTMLMetaElement>('meta[name=version]')?.content ?? 'unknown';
}

function randomBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}
