import { BrowserWindow } from 'electron';
import { pageOrigin } from '../windows/page-address.ts';
import { safePreferences } from '../windows/safe-preferences.ts';
import type { PlainPage } from './plain-page.ts';

/** A plain window that is open. */
export interface OpenPlainWindow {
  readonly window: BrowserWindow;
  close(): void;
}

export interface PlainWindowsPorts {
  /** The built preload of plain windows. */
  readonly preload: string;
  /** Told of every plain window, so that a kiosk can lock it too. */
  onOpened(window: BrowserWindow): void;
}

export interface PlainWindowOptions {
  readonly page: PlainPage;
  /** Stands over everything else, as over a kiosk. */
  readonly onTop: boolean;
  onClosed(): void;
}

/** The windows that say one thing in a sentence; they need no terminal, no hub and no data of this machine. */
export class PlainWindows {
  readonly #ports: PlainWindowsPorts;
  readonly #open = new Map<number, PlainPage>();

  constructor(ports: PlainWindowsPorts) {
    this.#ports = ports;
  }

  open({ page, onTop, onClosed }: PlainWindowOptions): OpenPlainWindow {
    const window = new BrowserWindow({
      ...{ width: 860, height: 720, show: false, resizable: false, minimizable: false, maximizable: false },
      ...{ fullscreenable: false, autoHideMenuBar: true, alwaysOnTop: onTop, title: 'Nghị Sự' },
      webPreferences: { ...safePreferences, preload: this.#ports.preload },
    });
    const { id } = window.webContents;
    this.#open.set(id, page);
    this.#ports.onOpened(window);
    window.once('ready-to-show', () => window.show());
    window.on('closed', () => {
      this.#open.delete(id);
      onClosed();
    });
    window.webContents.loadURL(`${pageOrigin}/plain.html`).catch(() => undefined);
    return {
      window,
      close: () => {
        if (!window.isDestroyed()) window.destroy();
      },
    };
  }

  /** The page that a window shows, by the id of its contents. */
  pageOf(webContentsId: number): PlainPage | null {
    return this.#open.get(webContentsId) ?? null;
  }
}
