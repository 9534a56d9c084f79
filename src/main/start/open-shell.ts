import { join } from 'node:path';
import { app, ipcMain, Menu, protocol, safeStorage, session } from 'electron';
import { registerRequests } from '../bridge/register-requests.ts';
import { openMachineKey } from '../keys/machine-key.ts';
import { faultFields, type AppLog } from '../logs/app-log.ts';
import { lockSession } from '../windows/lock-down.ts';
import { pageOrigin, pageScheme } from '../windows/page-address.ts';
import { createPageServer } from '../windows/serve-pages.ts';
import type { LaunchOptions } from './launch-options.ts';
import { RoomWindows } from './room-windows.ts';
import type { Shell } from './shell.ts';

/** The built preloads and the built interface lie beside the built main. */
const built = join(import.meta.dirname, '..');

/** Makes everything that windows stand on; none is opened yet. To be called when Electron is ready. */
export async function openShell(options: LaunchOptions, log: AppLog): Promise<Shell> {
  Menu.setApplicationMenu(null);
  lockSession(session.defaultSession, { savesFiles: !options.kiosk });
  protocol.handle(pageScheme, createPageServer(join(built, 'renderer')));
  const folder = app.getPath('userData');
  const { key, isSealed } = await openMachineKey({
    folder: join(folder, 'keys'),
    keyring: safeStorage,
    platform: process.platform,
  });
  if (!isSealed) log.warn('keys/unsealed');
  const windows = new RoomWindows({
    folder: join(folder, 'terminals'),
    machineKey: key,
    preloadFolder: join(built, 'preload'),
    pinThread: join(built, 'main', 'pin-thread.js'),
    kiosk: options.kiosk,
    log,
  });
  registerRequests({
    ipcMain,
    origin: pageOrigin,
    windowOf: (id) => windows.windowOf(id),
    onRefused: ({ message }) => log.warn('request/refused', { message }),
    onTrouble: (reason) => log.warn('request/failed', faultFields(reason)),
  });
  return { options, log, folder, built, machineKey: key, windows, meetingIsOpen: windows.meetingIsOpen };
}
