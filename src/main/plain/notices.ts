import type { PlainAction } from '../../shared/bridge/plain-ipc.ts';
import { sentenceOf, type RefusalCode } from '../../shared/refusals/refusal-table.ts';
import type { Sentence } from '../../shared/refusals/refusal.ts';
import type { Stop } from '../../shared/std/signal.ts';
import type { AppLog } from '../logs/app-log.ts';
import type { PlainPage } from './plain-page.ts';
import type { OpenPlainWindow, PlainWindowOptions } from './plain-windows.ts';

export interface NoticePorts {
  readonly log: AppLog;
  openPlain(options: PlainWindowOptions): OpenPlainWindow;
  /** Saves the log for support; what is to be said about it. */
  exportLog(): Promise<Sentence>;
  /** Whether the kiosk is closed: nobody but IT may end the program then, nor choose where a file goes. */
  isLocked(): boolean;
}

/** Something that keeps the program from going on. */
export interface Hindrance {
  /** What the person has chosen. */
  readonly chosen: Promise<'retry' | 'quit'>;
  /** To be called when the next attempt has ended. */
  close(): void;
}

/** Sentences of the closed table in plain windows, for whoever sits at the machine and not only for the log. */
export class Notices {
  readonly #ports: NoticePorts;
  readonly #told = new Map<string, OpenPlainWindow>();

  constructor(ports: NoticePorts) {
    this.#ports = ports;
  }

  /**
   * Tells of something that has happened. One window for each `subject`: what is told again is not shown again. `retry`
   * is offered where it is given. The function that is answered closes the window when it is no longer true.
   */
  tell(code: RefusalCode, subject: string, detail: string | null = null, retry?: () => void): Stop {
    this.#ports.log.warn('notice/told', { code, subject });
    const there = this.#told.get(subject);
    if (there === undefined) this.#told.set(subject, this.#open(code, subject, detail, retry));
    return () => this.#told.get(subject)?.close();
  }

  /** Tells of what keeps the program from opening, and waits for the person. */
  hinder(code: RefusalCode, detail: string | null): Hindrance {
    this.#ports.log.warn('notice/hindered', { code });
    const { promise: chosen, resolve } = Promise.withResolvers<'retry' | 'quit'>();
    const opened = this.#ports.openPlain({
      page: this.#pageOf({
        ...{ title: notOpened, code, detail },
        offers: () => ['retry', ...this.#more(), ...(this.#ports.isLocked() ? [] : (['quit'] as const))],
        act: (action) => {
          if (action === 'retry' || action === 'quit') resolve(action);
        },
      }),
      onTop: false,
      onClosed: () => resolve('quit'),
    });
    return { chosen, close: () => opened.close() };
  }

  #open(
    code: RefusalCode,
    subject: string,
    detail: string | null,
    retry: (() => void) | undefined,
  ): OpenPlainWindow {
    const opened = this.#ports.openPlain({
      page: this.#pageOf({
        ...{ title: pleaseNote, code, detail },
        offers: () => [...(retry === undefined ? [] : (['retry'] as const)), 'close', ...this.#more()],
        act: (action) => {
          if (action === 'retry') retry?.();
          if (action === 'retry' || action === 'close') opened.close();
        },
      }),
      onTop: this.#ports.isLocked(),
      onClosed: () => void this.#told.delete(subject),
    });
    return opened;
  }

  #more(): readonly PlainAction[] {
    return this.#ports.isLocked() ? [] : ['export-log'];
  }

  #pageOf({ title, code, detail, offers, act }: NoticeOptions): PlainPage {
    const text = { vi: sentenceOf(code, 'vi'), en: sentenceOf(code, 'en') };
    return {
      facts: () => ({ title, text, detail, asksPassword: false, actions: offers() }),
      leave: async () => ({ ok: false, code: 'shell/wrong-password', waitMs: 0 }),
      act: async (action) => {
        if (action === 'export-log') return await this.#ports.exportLog();
        act(action);
        return null;
      },
    };
  }
}

interface NoticeOptions {
  readonly title: Sentence;
  readonly code: RefusalCode;
  readonly detail: string | null;
  offers(): readonly PlainAction[];
  act(action: PlainAction): void;
}

const pleaseNote: Sentence = { vi: 'Cần chú ý', en: 'Please note' };
const notOpened: Sentence = { vi: 'Chưa mở được', en: 'It does not open yet' };
