import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, Menu, powerMonitor, protocol, screen, session } from 'electron';
import type { Sentence } from '../../shared/refusals/refusal.ts';
import { isItPassword } from '../../shared/policy/it-password.ts';
import { WindowPlaces } from '../displays/place-windows.ts';
import { nodeTimers } from '../hub-link/node-timers.ts';
import { Kiosk } from '../kiosk/kiosk.ts';
import { LeaveAttempts } from '../kiosk/leave-attempts.ts';
import { faultFields, type AppLog } from '../logs/app-log.ts';
import { saveLogBundle } from '../logs/save-log-bundle.ts';
import { printsHere } from '../policy/prints-here.ts';
import { Notices } from '../plain/notices.ts';
import { PlainWindows } from '../plain/plain-windows.ts';
import { registerPlainRequests } from '../plain/register-plain-requests.ts';
import { PrintWindows } from '../print/print-windows.ts';
import { lockSession } from '../windows/lock-down.ts';
import { headersOf, pageOrigin, pageScheme } from '../windows/page-address.ts';
import { createPageServer } from '../windows/serve-pages.ts';
import type { LaunchOptions } from './launch-options.ts';
import type { Ground } from './shell.ts';

/** The built preloads and the built interface lie beside the built main. */
const built = join(import.meta.dirname, '..');

/** What is known before anything is made. */
export type Beginning = Pick<Ground, 'options' | 'settings' | 'policy' | 'log'>;

/**
 * Makes what every window stands on, and what can say a sentence when nothing else works: it reads and writes nothing
 * on this machine. To be called when Electron is ready.
 */
export function openGround(beginning: Beginning): Ground {
  const { options, policy, log } = beginning;
  const { 'papers.export': mayExport, 'terminal.unlockHash': unlockHash } = policy.values;
  Menu.setApplicationMenu(null);
  lockSession(session.defaultSession, { savesFiles: mayExport && !options.kiosk });
  const mayPrint = printsHere(policy.values['papers.print'], options.kiosk);
  // IT's window holds no papers: what is settled of printing those does not bind it.
  const isForIt = options.admin !== undefined && !options.kiosk;
  const headers = headersOf({ mayPrint: mayPrint || isForIt });
  protocol.handle(pageScheme, createPageServer(join(built, 'renderer'), headers));
  const prints = new PrintWindows();
  const unlockHashes = new Set(unlockHash === null ? [] : [unlockHash]);
  const exportLog = (): Promise<Sentence> => saveLogBundle(log);
  const plain = new PlainWindows({
    preload: join(built, 'preload', 'plain.cjs'),
    onOpened: (window) => kiosk.hold(window, 'plain'),
  });
  const kiosk: Kiosk = new Kiosk({
    ...{ isKiosk: options.kiosk, log, timers: nodeTimers, exportLog },
    attempts: new LeaveAttempts({
      hashes: () => [...unlockHashes],
      isPassword: isItPassword,
      now: () => Date.now(),
      onTried: (outcome, waitMs) => log.warn('kiosk/tried', { outcome, waitMs }),
    }),
    openPlain: (window) => plain.open(window),
    isOurs: () => prints.isOpen || BrowserWindow.getFocusedWindow() !== null,
    quit: () => app.quit(),
  });
  const gate = {
    ipcMain,
    origin: pageOrigin,
    onRefused: ({ message }: { readonly message: string }) => log.warn('request/refused', { message }),
    onTrouble: (reason: unknown) => log.warn('request/failed', faultFields(reason)),
  };
  registerPlainRequests({ ...gate, windowOf: (id) => plain.pageOf(id) });
  const notices = new Notices({
    ...{ log, exportLog },
    openPlain: (window) => plain.open(window),
    isLocked: () => kiosk.isLocked.get(),
  });
  followMachine(kiosk, log);
  const places = placesOf(options, log, notices);
  return { ...beginning, built, gate, kiosk, mayPrint, notices, places, prints, unlockHashes };
}

function placesOf(options: LaunchOptions, log: AppLog, notices: Notices): WindowPlaces {
  const shown = new Map<string, () => void>();
  return new WindowPlaces({
    ...{ screen, log, fillsAlways: options.kiosk },
    onMissing({ surface }, missing) {
      const subject = `display of ${surface}`;
      if (missing === null) shown.get(subject)?.();
      else shown.set(subject, notices.tell('shell/display-missing', subject, `${surface}: ${missing}`));
    },
  });
}

/** Writes down what happens to the machine, and lets the program end with it. */
function followMachine(kiosk: Kiosk, log: AppLog): void {
  for (const event of ['suspend', 'resume', 'lock-screen', 'unlock-screen'] as const) {
    // One overload for each event.
    (powerMonitor as { on(name: string, listener: () => void): unknown }).on(event, () =>
      log.info(`machine/${event}`),
    );
  }
  powerMonitor.on('shutdown', () => kiosk.letEnd('shutdown'));
  app.on('before-quit', (event) => {
    if (!kiosk.refusesEnd) return;
    event.preventDefault();
    log.warn('kiosk/end-refused');
  });
}
