import { app, protocol } from 'electron';
import { faultFields, openAppLog, type AppLog } from '../logs/app-log.ts';
import { lockPages } from '../windows/lock-down.ts';
import { pageScheme } from '../windows/page-address.ts';
import { readLaunchOptions } from './launch-options.ts';
import { openShell } from './open-shell.ts';
import { openForSecondStart, openTerminals } from './open-terminals.ts';
import type { Shell } from './shell.ts';

/*
 * The composition root: what has to be said before Electron is ready stands first, then one call for each part of the
 * program. A part is given the shell and lives in a folder of its own.
 */
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
  const shell = await openShell(options, log);
  followLife(shell);
  await openTerminals(shell);
}

function followLife(shell: Shell): void {
  const { log } = shell;
  app.on('window-all-closed', () => app.quit());
  app.on('second-instance', (_event, argv) => openForSecondStart(shell, argv));
  app.on('child-process-gone', (_event, { type, reason }) => log.warn('process/gone', { type, reason }));
  process.on('unhandledRejection', (reason) => log.error('fault/unhandled', faultFields(reason)));
  log.info('app/started', { version: app.getVersion() });
}
