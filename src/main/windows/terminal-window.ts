import { BrowserWindow } from 'electron';
import type { IpcTier } from '../../shared/bridge/ipc-channels.ts';
import type { Surface } from '../../shared/records/audience.ts';
import type { Stop } from '../../shared/std/signal.ts';
import type { AskingWindow } from '../bridge/register-requests.ts';
import { RunningUploads } from '../bridge/running-uploads.ts';
import { tellWindow, type SendEvent } from '../bridge/window-events.ts';
import type { TerminalPlace } from '../../shared/terminal/terminal-place.ts';
import { nodeTimers } from '../hub-link/node-timers.ts';
import type { AppLog } from '../logs/app-log.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { pageAddress } from './page-address.ts';
import { Revival } from './revival.ts';
import { safePreferences } from './safe-preferences.ts';

/** A page that does not react is given this long before it is ended and loaded again, in milliseconds. */
const unresponsiveMs = 15_000;

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
  readonly kiosk: boolean;
  /** The built preload of a trust tier. */
  preloadOf(tier: IpcTier): string;
  readonly log: AppLog;
  /** Told with the terminal that has ended with the window. */
  onClosed(terminal: Terminal): void;
}

/** One surface on the screen and what main knows of it. The terminal lives on while the page crashes and reloads. */
export class TerminalWindow {
  readonly place: TerminalPlace;
  readonly window: BrowserWindow;
  readonly #options: TerminalWindowOptions;
  #terminal: Terminal;
  #silence: Stop = () => undefined;
  readonly #uploads = new RunningUploads();

  constructor(options: TerminalWindowOptions) {
    this.place = options.place;
    this.#options = options;
    this.#terminal = options.terminal;
    this.window = openWindow(options);
    this.#keepAlive();
    this.window.on('closed', () => {
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
      watch: () => {
        this.#silence();
        this.#silence = tellWindow(this.#terminal, this.#send);
      },
    };
  }

  /** Puts another terminal in the place of the present one, which ends; the page begins anew. */
  replaceTerminal(terminal: Terminal): void {
    this.#silence();
    this.#terminal = terminal;
    this.window.webContents.reload();
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

  #load(): void {
    // A failure is told by did-fail-load; a reload may take the place of this one.
    this.window.webContents.loadURL(pageAddress(this.place)).catch(() => undefined);
  }

  #keepAlive(): void {
    const { log } = this.#options;
    const { surface, seat } = this.place;
    const contents = this.window.webContents;
    const revival = new Revival(nodeTimers, () => this.#load());
    contents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit') return;
      this.#silence();
      log.error('page/crashed', { surface, seat, reason, reloadsInMs: revival.crashed() });
    });
    contents.on('did-fail-load', (...told) => {
      const [, code, , , isMainFrame] = told;
      // -3: another load has taken its place.
      if (!isMainFrame || code === -3) return;
      log.error('page/not-loaded', { surface, seat, code, reloadsInMs: revival.crashed() });
    });
    contents.on('preload-error', (_event, _path, { name }) =>
      log.error('preload/failed', { surface, seat, name }),
    );
    let impatience: Stop = () => undefined;
    this.window.on('unresponsive', () => {
      log.warn('page/unresponsive', { surface, seat });
      impatience = nodeTimers.after(unresponsiveMs, () => contents.forcefullyCrashRenderer());
    });
    this.window.on('responsive', () => impatience());
    this.window.on('closed', () => {
      impatience();
      revival.stop();
    });
  }
}

function openWindow({ place, kiosk, preloadOf }: TerminalWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    show: false,
    kiosk,
    autoHideMenuBar: true,
    title: 'Nghị Sự',
    webPreferences: { ...safePreferences, preload: preloadOf(tierOf[place.surface]) },
  });
  window.once('ready-to-show', () => window.show());
  return window;
}
