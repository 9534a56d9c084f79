import type { Bridge } from '../../shared/bridge/bridge.ts';
import { ipcGlobal } from '../../shared/bridge/ipc-channels.ts';
import type { IpcApi } from '../../shared/bridge/ipc.ts';
import { readAddress } from './browser/address.ts';
import { openBrowserBridge } from './browser/open-browser-bridge.ts';
import { registerOffline } from './browser/register-offline.ts';
import { openElectronBridge } from './electron/open-electron-bridge.ts';
import { watchCorner } from './electron/watch-corner.ts';

/** The address of the page names no surface: there is nothing to open. */
export class NoSurface extends Error {
  override readonly name = 'NoSurface';
}

export interface ChooseBridgeOptions {
  /** Another page of the same terminal is open in this browser; the bridge opens when that one is closed. */
  onWaiting(): void;
  /** Told of everything that went wrong and was dealt with; for the log. */
  onTrouble(reason: unknown): void;
}

/**
 * Opens the bridge to the host of this page: Electron where its preload has left an API, else the browser itself.
 * Rejects with {@link NoSurface}, or with what the browser refuses (no IndexedDB, for one).
 */
export async function chooseBridge(options: ChooseBridgeOptions): Promise<Bridge> {
  const api = (globalThis as { readonly [ipcGlobal]?: IpcApi })[ipcGlobal];
  if (api !== undefined)
    return await openElectronBridge(api, options.onTrouble, (ask) => watchCorner(window, ask));
  const address = readAddress(location);
  if (address === null) throw new NoSurface(`${location.pathname} names no surface`);
  registerOffline().catch(options.onTrouble);
  return await openBrowserBridge({
    ...options,
    address,
    origin: location.origin,
    dropRoomCode: () => history.replaceState(history.state, '', location.pathname + location.search),
  });
}
