import { join } from 'node:path';
import { app, ipcMain, Menu, protocol, safeStorage, session } from 'electron';
import { registerRequests } from '../bridge/register-requests.ts';
import { openMachineKey } from '../keys/machine-key.ts';
import { faultFields, openAppLog, type AppLog } from '../logs/app-log.ts';
import { lockPages, lockSession } from '../windows/lock-down.ts';
import { pageOrigin, pageScheme } from '../windows/page-address.ts';
import { createPageServer } from '../windows/serve-pages.ts';
import { readLaunchOptions, type LaunchOptions, type Opening } from './launch-options.ts';
import { RoomWindows } from './room-windows.ts';
import { readSettings, writeSettings } from './settings.ts';

/** The built preloads and the built interface lie beside the built main. */
const built = join(import.meta.dirname, '..');

app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  {
    scheme: pageScheme,
    privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
  },
]);
lockPages(app);

if (app.requestSingleInstanceLock()) void run();
else app.quit();

async function run(): Promise<void> {
  const log = openAppLog(app.getPath('logs'), () => Date.now());
  try {
    await start(log);
  } catch (reason) {
    log.error('app/not-started', faultFields(reason));
    console.error(reason instanceof Error ? `${reason.name}: ${reason.message}` : reason);
    app.exit(1);
  }
}

async function start(log: AppLog): Promise<void> {
  const options = readLaunchOptions(process.argv.slice(1));
  await app.whenReady();
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
  answerWindows(windows, log);
  followLife(windows, log);
  await openAll(await openingsOf(options, join(folder, 'settings.json')), windows);
}

function answerWindows(windows: RoomWindows, log: AppLog): void {
  registerRequests({
    ipcMain,
    origin: pageOrigin,
    windowOf: (id) => windows.windowOf(id),
    onRefused: ({ message }) => log.warn('request/refused', { message }),
    onTrouble: (reason) => log.warn('request/failed', faultFields(reason)),
  });
}

function followLife(windows: RoomWindows, log: AppLog): void {
  app.on('window-all-closed', () => app.quit());
  app.on('second-instance', (_event, argv) => {
    const opening = async (): Promise<void> => openAll(readLaunchOptions(argv.slice(1)).openings, windows);
    opening().catch((reason: unknown) => log.warn('launch/refused', faultFields(reason)));
  });
  app.on('child-process-gone', (_event, { type, reason }) => log.warn('process/gone', { type, reason }));
  process.on('unhandledRejection', (reason) => log.error('fault/unhandled', faultFields(reason)));
  log.info('app/started', { version: app.getVersion() });
}

/** What the command line names, which is remembered; else what this machine opened last. */
async function openingsOf({ openings }: LaunchOptions, file: string): Promise<readonly Opening[]> {
  if (openings.length > 0) {
    await writeSettings(file, openings);
    return openings;
  }
  const remembered = await readSettings(file);
  if (remembered.length === 0) {
    throw new Error('this machine has no terminal yet: start it with --address or with --hub and --surfaces');
  }
  return remembered;
}

async function openAll(openings: readonly Opening[], windows: RoomWindows): Promise<void> {
  for (const opening of openings) {
    // One after the other: the first window should be there before the second is begun.
    // oxlint-disable-next-line no-await-in-loop
    await windows.open(opening);
  }
}
