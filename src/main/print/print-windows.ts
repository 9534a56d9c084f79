import { randomBytes } from 'node:crypto';
import { BrowserWindow, session, type Session } from 'electron';
import { lockSession } from '../windows/lock-down.ts';
import { pageScheme } from '../windows/page-address.ts';
import { safePreferences } from '../windows/safe-preferences.ts';
import type { PrintAnswer } from './print-desk.ts';
import { printOrigin, servePrint } from './print-page.ts';

/** Without `persist:` a session lives in memory alone, and so does whatever its pages load. */
const partition = 'print';

/**
 * Hidden windows that hold the pictures of one print each, and the system's print window over them. They have a session
 * of their own, no preload, no script and no network; nothing of a print is written to this machine by the program.
 */
export class PrintWindows {
  readonly #session: Session;
  readonly #prints = new Map<string, readonly Uint8Array[]>();

  /** To be made when Electron is ready. */
  constructor() {
    this.#session = session.fromPartition(partition);
    lockSession(this.#session, { savesFiles: false, origin: printOrigin });
    this.#session.protocol.handle(pageScheme, ({ url }) => this.#serve(url));
  }

  /** Whether a print window of the system may be open, to which the focus then belongs. */
  get isOpen(): boolean {
    return this.#prints.size > 0;
  }

  /** Opens the system's print window before `parent`; closes it after `signal`. */
  async open(parent: BrowserWindow, pages: readonly Uint8Array[], signal: AbortSignal): Promise<PrintAnswer> {
    const token = randomBytes(16).toString('hex');
    const window = new BrowserWindow({
      ...{ parent, show: false, width: 794, height: 1123, title: 'Nghị Sự' },
      webPreferences: { ...safePreferences, partition },
    });
    const end = (): void => {
      if (!window.isDestroyed()) window.destroy();
    };
    this.#prints.set(token, pages);
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
    try {
      return await printWhenLoaded(window, `${printOrigin}/${token}/`);
    } finally {
      this.#prints.delete(token);
      end();
    }
  }

  #serve(address: string): Response {
    for (const [token, pages] of this.#prints) {
      const served = servePrint(token, pages, address);
      if (served !== null) return served;
    }
    return new Response(null, { status: 404 });
  }
}

async function printWhenLoaded(window: BrowserWindow, address: string): Promise<PrintAnswer> {
  if (window.isDestroyed()) return 'cancelled';
  const contents = window.webContents;
  const gone = new Promise<PrintAnswer>((resolve) => {
    window.once('closed', () => resolve('cancelled'));
    contents.once('render-process-gone', () => resolve('failed'));
  });
  const printed = async (): Promise<PrintAnswer> => {
    // Resolves when all pictures have come.
    await contents.loadURL(address);
    return await new Promise((resolve) => {
      // No options: settings that Electron makes up are refused by some systems, and the person chooses them anyway.
      contents.print({}, (isDone, reason) => resolve(isDone ? 'printed' : answerOf(reason)));
    });
  };
  return await Promise.race([gone, printed().catch((): PrintAnswer => 'failed')]);
}

/** Electron tells why by a sentence of Chromium's, in English on every system. */
export function answerOf(reason: string): PrintAnswer {
  if (/cancel/i.test(reason)) return 'cancelled';
  return /no valid printer/i.test(reason) ? 'no-printer' : 'failed';
}
