import { BrowserWindow, dialog } from 'electron';
import { pairingEvent } from '../../shared/bridge/pairing-channels.ts';
import type { PairingWindowScreen } from '../../shared/bridge/pairing-ipc.ts';
import type { Stop } from '../../shared/std/signal.ts';
import { nodeTimers } from '../hub-link/node-timers.ts';
import type { AppLog } from '../logs/app-log.ts';
import { pageOrigin } from '../windows/page-address.ts';
import { Revival } from '../windows/revival.ts';
import { safePreferences } from '../windows/safe-preferences.ts';
import type { PairingSession } from './pairing-session.ts';
import type { PairingAsker } from './register-pairing-requests.ts';

export interface PairingWindowOptions {
  readonly session: PairingSession;
  /** The built preload of this window. */
  readonly preload: string;
  readonly kiosk: boolean;
  readonly log: AppLog;
  onClosed(): void;
}

/** The window of a machine that is not paired. Its session lives on while the page crashes and reloads. */
export class PairingWindow implements PairingAsker {
  readonly session: PairingSession;
  readonly window: BrowserWindow;
  readonly #choosesFiles: boolean;
  #silence: Stop = () => undefined;

  constructor(options: PairingWindowOptions) {
    this.session = options.session;
    this.#choosesFiles = !options.kiosk;
    this.window = new BrowserWindow({
      ...{ width: 1366, height: 768, show: false, autoHideMenuBar: true, title: 'Nghị Sự' },
      kiosk: options.kiosk,
      webPreferences: { ...safePreferences, preload: options.preload },
    });
    const revival = new Revival(nodeTimers, () => this.#load());
    this.window.once('ready-to-show', () => this.window.show());
    this.window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit') return;
      this.#silence();
      revival.crashed();
      options.log.error('page/crashed', { surface: 'pairing', reason });
    });
    this.window.on('closed', () => {
      this.#silence();
      revival.stop();
      this.session.close();
      options.onClosed();
    });
    this.#load();
  }

  readonly watch = (): void => {
    this.#silence();
    const { screen } = this.session;
    const tell = (): void => {
      if (this.window.isDestroyed()) return;
      const shown: PairingWindowScreen = { ...screen.get(), choosesFiles: this.#choosesFiles };
      this.window.webContents.send(pairingEvent, shown);
    };
    this.#silence = screen.subscribe(tell);
    tell();
  };

  readonly chooseTicket = async (): Promise<string | null> => {
    // A window of the system is a way out of a kiosk.
    if (!this.#choosesFiles) return null;
    const { filePaths } = await dialog.showOpenDialog(this.window, {
      properties: ['openFile'],
      filters: [{ name: 'JSON', extensions: ['json'] }],
    });
    return filePaths[0] ?? null;
  };

  close(): void {
    if (!this.window.isDestroyed()) this.window.destroy();
  }

  #load(): void {
    this.window.webContents.loadURL(`${pageOrigin}/`).catch(() => undefined);
  }
}
