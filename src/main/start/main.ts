import { join } from 'node:path';
import { app, crashReporter, protocol } from 'electron';
import { AdminWindows } from '../admin/admin-windows.ts';
import { rememberErrors, type RememberingLog } from '../health/last-error.ts';
import { answerQuestion, questionIn } from '../doctor/machine-question.ts';
import { faultFields, openAppLog } from '../logs/app-log.ts';
import { fromLevel, type LogLevel } from '../logs/from-level.ts';
import { launchUnder } from '../policy/launch-under-policy.ts';
import { liveUnderPolicy } from '../policy/live-under-policy.ts';
import { PolicyRefused, readMachineSettings, type MachineSettings } from '../policy/read-app-policy.ts';
import { startUpdates } from '../update/start-updates.ts';
import { lockPages } from '../windows/lock-down.ts';
import { pageScheme } from '../windows/page-address.ts';
import { readLaunchOptions, type LaunchOptions } from './launch-options.ts';
import { openGround } from './open-ground.ts';
import { openShell } from './open-shell.ts';
import { openForSecondStart, openTerminals } from './open-terminals.ts';
import type { Ground, Shell } from './shell.ts';
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

const question = questionIn(process.argv.slice(1));
if (question !== null) void answerQuestion(question, process.argv.slice(1));
else if (app.requestSingleInstanceLock()) void run();
else app.quit();

async function run(): Promise<void> {
  const now = (): number => Date.now();
  const level: { least: LogLevel } = { least: 'info' };
  const log = rememberErrors(fromLevel(openAppLog(app.getPath('logs'), now), level), now);
  process.on('unhandledRejection', (reason) => log.error('fault/unhandled', faultFields(reason)));
  try {
    await start(log, level);
  } catch (reason) {
    if (!(reason instanceof GivenUp)) {
      log.error('app/not-started', faultFields(reason));
      console.error(reason);
    }
    app.exit(1);
  }
}

async function start(log: RememberingLog, level: { least: LogLevel }): Promise<void> {
  const { options: asked, refused } = launchOptions();
  const settings = await machineSettings();
  const policy = settings.policyOf(asked);
  level.least = policy.values['log.level'];
  const options = launchUnder(asked, policy);
  await app.whenReady();
  const ground = openGround({ options, settings, policy, log });
  log.info('app/started', { version: app.getVersion(), kiosk: options.kiosk });
  if (refused !== null) {
    await tryUntilOpen(ground, () => {
      throw refused;
    });
  }
  if (policy.faults.length > 0) await tryUntilOpen(ground, beginAgainWithoutFaults(asked, settings));
  if (options.admin !== undefined && !options.kiosk) return openAdminWindow(ground, options.admin);
  const shell = await tryUntilOpen(ground, () => openShell(ground));
  followLife(shell);
  liveUnderPolicy(shell);
  startUpdates(shell);
  await tryUntilOpen(ground, () => openTerminals(shell));
}

/** IT's window needs nothing of what this machine keeps. On a kiosk none is opened: it would be a way out. */
function openAdminWindow({ gate, built }: Ground, address: string): void {
  const windows = new AdminWindows({ gate, preload: join(built, 'preload', 'admin.cjs') });
  windows.open(address);
  app.on('window-all-closed', () => app.quit());
  app.on('second-instance', () => windows.open(address));
}

function machineSettings(): Promise<MachineSettings> {
  return readMachineSettings({ folder: app.getPath('userData'), isPackaged: app.isPackaged });
}

/** Says what is wrong with the settings; when it has been put right, the program begins anew with what holds then. */
function beginAgainWithoutFaults(options: LaunchOptions, first: MachineSettings): () => Promise<never> {
  let known: MachineSettings | null = first;
  return async () => {
    const policy = (known ?? (await machineSettings())).policyOf(options);
    known = null;
    if (policy.faults.length > 0) throw new PolicyRefused(policy);
    app.relaunch();
    app.exit(0);
    return await new Promise<never>(() => undefined);
  };
}

/** A command line that cannot be meant is said in a window, which needs options too. */
function launchOptions(): { readonly options: LaunchOptions; readonly refused: Error | null } {
  const args = process.argv.slice(1);
  try {
    return { options: readLaunchOptions(args), refused: null };
  } catch (reason) {
    const refused = reason instanceof Error ? reason : new Error('unknown', { cause: reason });
    return { options: { openings: [], kiosk: args.includes('--kiosk') }, refused };
  }
}

function followLife(shell: Shell): void {
  const { log } = shell;
  app.on('window-all-closed', () => app.quit());
  app.on('second-instance', (_event, argv) => openForSecondStart(shell, argv));
  app.on('child-process-gone', (_event, { type, reason }) => log.warn('process/gone', { type, reason }));
}
