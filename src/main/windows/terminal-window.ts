import { BrowserWindow } from 'electron';
import { cpus } from 'node:os';
import type { IpcTier } from '../../shared/bridge/ipc-channels.ts';
import type { Surface } from '../../shared/records/audience.ts';
import type { Stop } from '../../shared/std/signal.ts';
import type { AskingWindow } from '../bridge/register-requests.ts';
import { RunningUploads } from '../bridge/running-uploads.ts';
import { tellWindow, type SendEvent } from '../bridge/window-events.ts';
import type { TerminalPlace } from '../../shared/terminal/terminal-place.ts';
import type { DisplayWish } from '../displays/choose-display.ts';
import type { PlacedWindow, Standing } from '../displays/place-windows.ts';
import { nodeTimers } from '../hub-link/node-timers.ts';
import type { AppLog, LogFields } from '../logs/app-log.ts';
import { PrintDesk } from '../print/print-desk.ts';
import type { PrintWindows } from '../print/print-windows.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { createCrowding } from './crowding.ts';
import { pageAddress, type StartingLook } from './page-address.ts';
import { Pulse } from './pulse.ts';
import { Revival, type Crashed } from './revival.ts';
import { safePreferences } from './safe-preferences.ts';

/** The trust tier of each surface: what its window may ask of main. */
export const tierOf: Readonly<Record<Surface, IpcTier>> = {
  seat: 'seat',
  screen: 'screen',
  chair: 'console',
  clerk: 'console',
};

export interface TerminalWindowOptions {
  readonly place: TerminalPlace;
  readonly terminal: Terminal;
  readonly look: StartingLook;
  readonly wish: DisplayWish | null;
  readonly standing: Standing;
  readonly kiosk: boolean;
  /** Developer tools are for whoever builds the program. */
  readonly devTools: boolean;
  readonly prints: PrintWindows;
  /** The built preload of a trust tier. */
  preloadOf(tier: IpcTier): string;
  readonly log: AppLog;
  /** IT wants to leave the kiosk. */
  onAskedToLeave(): void;
  /** The page goes on crashing; `retry` loads it at once. */
  onHopeless(retry: () => void): void;
  /** Told with the terminal that has ended with the window. */
  onClosed(terminal: Terminal): void;
}

/** One surface on the screen and what main knows of it. The terminal lives on while the page crashes and reloads. */
export class TerminalWindow implements PlacedWindow {
  readonly place: TerminalPlace;
  readonly wish: DisplayWish | null;
  readonly window: BrowserWindow;
  readonly #options: TerminalWindowOptions;
  #terminal: Terminal;
  #silence: Stop = () => undefined;
  readonly #uploads = new RunningUploads();
  readonly #prints: PrintDesk;

  constructor(options: TerminalWindowOptions) {
    this.place = options.place;
    this.wish = options.wish;
    this.#options = options;
    this.#terminal = options.terminal;
    this.window = openWindow(options);
    this.#prints = this.#openPrintDesk();
    this.#keepAlive();
    this.window.on('closed', () => {
      this.#prints.close();
      this.#silence();
      this.#terminal.stop();
      options.onClosed(this.#terminal);
    });
    this.#load();
  }

  /** How requests of this window are answered now. */
  get asking(): AskingWindow {
    return {
      tier: tierOf[this.place.surface],
      bridge: this.#terminal,
      send: this.#send,
      uploads: this.#uploads,
      prints: this.#prints,
      askToLeave: this.#options.onAskedToLeave,
      watch: () => {
        this.#silence();
        this.#silence = tellWindow(this.#terminal, this.#send);
      },
    };
  }

  /** Puts another terminal in the place of the present one, which ends; the page begins anew. */
  replaceTerminal(terminal: Terminal): void {
    this.#silence();
    this.#prints.close();
    this.#terminal = terminal;
    this.window.webContents.reload();
  }

  stand({ bounds, fills }: Standing): void {
    const { kiosk } = this.#options;
    // A window that fills one display does not move to another.
    if (kiosk) this.window.setKiosk(false);
    else this.window.setFullScreen(false);
    this.window.setBounds(bounds);
    if (kiosk) this.window.setKiosk(true);
    else this.window.setFullScreen(fills);
  }

  /** Brings the window before the others. */
  show(): void {
    if (this.window.isMinimized()) this.window.restore();
    this.window.show();
    this.window.focus();
  }

  readonly #send: SendEvent = (name, event) => {
    if (!this.window.isDestroyed() && !this.window.webContents.isCrashed())
      this.window.webContents.send(name, event);
  };

  #openPrintDesk(): PrintDesk {
    const { prints, place, terminal, log } = this.#options;
    const { window } = this;
    return new PrintDesk({
      ...{ log, about: { surface: place.surface, seat: place.seat } },
      mayPrint: (meetingId) => terminal.host.prints && this.#terminal.mayPrint(meetingId),
      countPrinters: async () => (await window.webContents.getPrintersAsync()).length,
      open: (pages, signal) => prints.open(window, pages, signal),
    });
  }

  #load(): void {
    // A failure is told by did-fail-load; a reload may take the place of this one.
    this.window.webContents.loadURL(pageAddress(this.place, this.#options.look)).catch(() => undefined);
  }

  #keepAlive(): void {
    const { log, onHopeless } = this.#options;
    const { surface, seat } = this.place;
    const contents = this.window.webContents;
    const revival = new Revival(nodeTimers, () => this.#load());
    const pulse = new Pulse({
      timers: nodeTimers,
      ask: () => contents.executeJavaScript('0'),
      isCrowded: createCrowding(cpus),
      onHung(silentMs) {
        log.warn('page/hung', { surface, seat, silentMs });
        contents.forcefullyCrashRenderer();
      },
    });
    const failed = (event: string, told: LogFields): void => {
      pulse.stop();
      const { waitMs, isHopeless }: Crashed = revival.crashed();
      log.error(event, { surface, seat, ...told, reloadsInMs: waitMs });
      if (isHopeless) onHopeless(() => revival.reloadNow());
    };
    contents.on('did-finish-load', () => pulse.start());
    contents.on('render-process-gone', (_event, { reason, exitCode }) => {
      this.#silence();
      this.#prints.close();
      if (reason !== 'clean-exit') failed('page/crashed', { reason, exitCode });
    });
    contents.on('did-fail-load', (...told) => {
      const [, code, , , isMainFrame] = told;
      // -3: another load has taken its place.
      if (isMainFrame && code !== -3) failed('page/not-loaded', { code });
    });
    contents.on('preload-error', (_event, _path, { name }) =>
      log.error('preload/failed', { surface, seat, name }),
    );
    this.window.on('closed', () => {
      pulse.stop();
      revival.stop();
    });
  }
}

function openWindow(options: TerminalWindowOptions): BrowserWindow {
  const { place, standing, kiosk, devTools, preloadOf } = options;
  const window = new BrowserWindow({
    ...standing.bounds,
    show: false,
    kiosk,
    fullscreen: standing.fills,
    autoHideMenuBar: true,
    title: 'Nghị Sự',
    webPreferences: { ...safePreferences, devTools, preload: preloadOf(tierOf[place.surface]) },
  });
  window.once('ready-to-show', () => window.show());
  return window;
}
