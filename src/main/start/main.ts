import { app, crashReporter, protocol } from 'electron';
import { rememberErrors, type RememberingLog } from '../health/last-error.ts';
import { faultFields, openAppLog } from '../logs/app-log.ts';
import { lockPages } from '../windows/lock-down.ts';
import { pageScheme } from '../windows/page-address.ts';
import { readLaunchOptions, type LaunchOptions } from './launch-options.ts';
import { openGround } from './open-ground.ts';
import { openShell } from './open-shell.ts';
import { openForSecondStart, openTerminals } from './open-terminals.ts';
import type { Shell } from './shell.ts';
import { GivenUp, tryUntilOpen } from './try-until-open.ts';

/*
 * The composition root: what has to be said before Electron is ready stands first, then one call for each part of the
 * program. A part is given the shell and lives in a folder of its own.
 */
app.enableSandbox();
// Dumps hold what was in memory: they stay on this machine.
crashReporter.start({ uploadToServer: false, ignoreSystemCrashHandler: false });
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
  const now = (): number => Date.now();
  const log = rememberErrors(openAppLog(app.getPath('logs'), now), now);
  process.on('unhandledRejection', (reason) => log.error('fault/unhandled', faultFields(reason)));
  try {
    await start(log);
  } catch (reason) {
    if (!(reason instanceof GivenUp)) {
      log.error('app/not-started', faultFields(reason));
      console.error(reason);
    }
    app.exit(1);
  }
}

async function start(log: RememberingLog): Promise<void> {
  const { options, refused } = launchOptions();
  await app.whenReady();
  const ground = openGround(options, log);
  log.info('app/started', { version: app.getVersion(), kiosk: options.kiosk });
  if (refused !== null) await tryUntilOpen(ground, () => Promise.reject(refused));
  const shell = await tryUntilOpen(ground, () => openShell(ground));
  followLife(shell);
  await tryUntilOpen(ground, () => openTerminals(shell));
}

/** A command line that cannot be meant is said in a window, which needs options too. */
function launchOptions(): { readonly options: LaunchOptions; readonly refused: unknown } {
  const args = process.argv.slice(1);
  try {
    return { options: readLaunchOptions(args), refused: null };
  } catch (refused) {
    return { options: { openings: [], kiosk: args.includes('--kiosk') }, refused };
  }
}

function followLife(shell: Shell): void {
  const { log } = shell;
  app.on('window-all-closed', () => app.quit());
  app.on('second-instance', (_event, argv) => openForSecondStart(shell, argv));
  app.on('child-process-gone', (_event, { type, reason }) => log.warn('process/gone', { type, reason }));
}
