import type { BrowserWindow } from 'electron';
import type { LeaveAnswer, PlainAction, PlainFacts } from '../../shared/bridge/plain-ipc.ts';
import type { Sentence } from '../../shared/refusals/refusal.ts';
import { createSignal, type Watchable } from '../../shared/std/signal.ts';
import type { Timers } from '../../shared/std/timers.ts';
import type { AppLog } from '../logs/app-log.ts';
import type { PlainPage } from '../plain/plain-page.ts';
import type { OpenPlainWindow, PlainWindowOptions } from '../plain/plain-windows.ts';
import type { LeaveAttempts } from './leave-attempts.ts';
import { lockWindow } from './lock-window.ts';
import { watchFocus } from './watch-focus.ts';

export interface KioskPorts {
  /** Whether this machine is a kiosk at all. */
  readonly isKiosk: boolean;
  readonly log: AppLog;
  readonly timers: Timers;
  readonly attempts: LeaveAttempts;
  openPlain(options: PlainWindowOptions): OpenPlainWindow;
  /** Whether some window of this program has the focus. */
  isOurs(): boolean;
  /** Saves the log for support; what is to be said about it. */
  exportLog(): Promise<Sentence>;
  /** Ends the program. */
  quit(): void;
}

/** The kiosk of this machine: its windows fill their displays and cannot be left but by IT. */
export class Kiosk {
  readonly #ports: KioskPorts;
  readonly #windows = new Set<BrowserWindow>();
  readonly #isLocked;
  #panel: OpenPlainWindow | null = null;
  #mayEnd = false;

  constructor(ports: KioskPorts) {
    this.#ports = ports;
    this.#isLocked = createSignal(ports.isKiosk);
  }

  /** False where this machine is no kiosk, and while IT has left it. */
  get isLocked(): Watchable<boolean> {
    return this.#isLocked;
  }

  /** From now on windows may close: the system shuts down, or an update is installed. */
  letEnd(reason: string): void {
    this.#mayEnd = true;
    this.#ports.log.info('kiosk/may-end', { reason });
  }

  /** Whether somebody who asks the program to end is refused. */
  get refusesEnd(): boolean {
    return this.#isLocked.get() && !this.#mayEnd;
  }

  /** Locks a window in, and takes its name for the log. */
  hold(window: BrowserWindow, name: string): void {
    const { isKiosk, log, timers, isOurs } = this.#ports;
    const isLocked = (): boolean => this.refusesEnd;
    watchFocus(window, { name, log, timers, isLocked, isOurs });
    if (!isKiosk) return;
    this.#windows.add(window);
    lockWindow(window, { name, log, isLocked, onAsked: () => this.ask(name) });
    window.setAlwaysOnTop(true, 'screen-saver');
    window.on('session-end', () => this.letEnd('session'));
    window.on('closed', () => this.#windows.delete(window));
  }

  /** Opens the panel that asks IT for the password; `from` is where it was asked. */
  ask(from: string): void {
    if (!this.#ports.isKiosk) return;
    this.#ports.log.info('kiosk/asked', { from });
    if (this.#panel !== null) return this.#panel.window.focus();
    this.#panel = this.#ports.openPlain({
      page: this.#page(),
      onTop: true,
      onClosed: () => {
        this.#panel = null;
      },
    });
    // Over the kiosk's own windows, which stand over everything else.
    this.#panel.window.setAlwaysOnTop(true, 'screen-saver');
  }

  #page(): PlainPage {
    let isIn = !this.#isLocked.get() || !this.#ports.attempts.isGuarded;
    if (isIn && this.#isLocked.get()) this.#ports.log.warn('kiosk/no-password');
    return {
      facts: () => (isIn ? openFacts(this.#isLocked.get(), this.#ports.attempts.isGuarded) : askingFacts),
      leave: async (password) => {
        const tried = await this.#ports.attempts.try(password);
        if (tried.ok) isIn = true;
        return tried.ok ? { ok: true } : this.#refusal(tried.reason);
      },
      act: async (action) => {
        if (isIn) return this.#act(action);
        // Before the password there is nothing to do but to go back.
        this.#panel?.close();
        return null;
      },
    };
  }

  #refusal(code: Extract<LeaveAnswer, { ok: false }>['code']): LeaveAnswer {
    return { ok: false, code, waitMs: this.#ports.attempts.waitMs };
  }

  async #act(action: PlainAction): Promise<Sentence | null> {
    const { log } = this.#ports;
    switch (action) {
      case 'leave-kiosk':
        log.warn('kiosk/left');
        this.#setLocked(false);
        break;
      case 'return-to-kiosk':
        log.info('kiosk/returned');
        this.#setLocked(true);
        break;
      case 'quit':
        log.warn('kiosk/ended');
        this.#mayEnd = true;
        this.#ports.quit();
        return null;
      case 'export-log':
        return this.#ports.exportLog();
      case 'retry':
      case 'close':
        break;
    }
    this.#panel?.close();
    return null;
  }

  #setLocked(isLocked: boolean): void {
    this.#isLocked.set(isLocked);
    for (const window of this.#windows) {
      window.setKiosk(isLocked);
      window.setAlwaysOnTop(isLocked, 'screen-saver');
    }
  }
}

const title = { vi: 'Dành cho cán bộ IT', en: 'For IT' };

const askingFacts: PlainFacts = {
  title,
  text: {
    vi: 'Nhập mật khẩu IT để rời chế độ phòng họp trên máy này. Mỗi lần thử đều được ghi vào nhật ký.',
    en: 'Enter the IT password to leave the meeting mode of this machine. Every try is written to the log.',
  },
  detail: null,
  asksPassword: true,
  actions: ['return-to-kiosk'],
};

function openFacts(isLocked: boolean, isGuarded: boolean): PlainFacts {
  const open: Sentence = {
    vi: 'Máy này có thể rời chế độ phòng họp. Cuộc họp vẫn tiếp tục; tài liệu và lệnh đã lưu không mất.',
    en: 'This machine can leave the meeting mode. The meeting goes on; saved papers and requests are kept.',
  };
  const unguarded: Sentence = {
    vi: 'Máy này chưa có mật khẩu IT, nên ai cũng thoát được chế độ phòng họp.',
    en: 'This machine has no IT password, so everybody can leave the meeting mode.',
  };
  return {
    title,
    text: isGuarded ? open : unguarded,
    detail: null,
    asksPassword: false,
    actions: isLocked
      ? ['leave-kiosk', 'export-log', 'quit', 'return-to-kiosk']
      : ['return-to-kiosk', 'export-log', 'quit', 'close'],
  };
}
