import type { PrintEnd, PrintReadiness } from '../../shared/bridge/bridge.ts';
import { printLimits } from '../../shared/bridge/ipc.ts';
import type { MeetingId } from '../../shared/records/ids.ts';
import type { AppLog, LogFields } from '../logs/app-log.ts';

/** How the system's print window was left. */
export type PrintAnswer = Extract<PrintEnd, 'printed' | 'cancelled' | 'no-printer' | 'failed'>;

export interface PrintDeskPorts {
  /** Whether papers of this meeting may be printed here and now, by machine, body and person. */
  mayPrint(meetingId: MeetingId): boolean;
  /** How many printers the machine has. */
  countPrinters(): Promise<number>;
  /** Opens the system's print window over pictures of pages; it closes after `signal`. */
  open(pages: readonly Uint8Array[], signal: AbortSignal): Promise<PrintAnswer>;
  /** Names the terminal in the log. */
  readonly about: LogFields;
  readonly log: AppLog;
}

interface Print {
  readonly number: number;
  readonly meetingId: MeetingId;
  /** How many pages were announced. */
  readonly expected: number;
  readonly pages: Uint8Array[];
  readonly given: AbortController;
  bytes: number;
  isShown: boolean;
}

/**
 * What one window prints: pages come in one by one and are in memory alone, and the window of the system opens when all
 * are there. Whether it may is judged here too, at the beginning and once more before the window opens, because a page
 * is not trusted; one print at a time.
 */
export class PrintDesk {
  readonly #ports: PrintDeskPorts;
  #print: Print | null = null;

  constructor(ports: PrintDeskPorts) {
    this.#ports = ports;
  }

  async begin(number: number, meetingId: MeetingId, expected: number): Promise<PrintReadiness> {
    this.close();
    const refusal = await this.#refusalOf(meetingId, expected);
    if (refusal !== 'ready') {
      this.#ports.log.info('print/refused', { ...this.#ports.about, code: refusal });
      return refusal;
    }
    this.close();
    const given = new AbortController();
    this.#print = { number, meetingId, expected, pages: [], given, bytes: 0, isShown: false };
    return 'ready';
  }

  /** Takes the next page; false when this print is not wanted, has all its pages, or grows too large. */
  addPage(number: number, picture: Uint8Array): boolean {
    const print = this.#print;
    if (print?.number !== number || print.isShown || print.pages.length === print.expected) return false;
    if (print.bytes + picture.length > printLimits.bytes) {
      this.close();
      return false;
    }
    print.pages.push(picture);
    print.bytes += picture.length;
    return true;
  }

  async show(number: number): Promise<PrintEnd> {
    const print = this.#print;
    if (print?.number !== number || print.isShown || print.pages.length !== print.expected) return 'failed';
    const { mayPrint, about, log } = this.#ports;
    if (!mayPrint(print.meetingId)) {
      this.close();
      log.info('print/refused', { ...about, code: 'not-allowed' });
      return 'not-allowed';
    }
    print.isShown = true;
    log.info('print/opened', { ...about, count: print.expected, bytes: print.bytes });
    const outcome = await this.#ports.open(print.pages, print.given.signal);
    log.info('print/ended', { ...about, outcome });
    if (this.#print === print) this.close();
    return outcome;
  }

  drop(number: number): void {
    if (this.#print?.number === number) this.close();
  }

  /** Gives up whatever is being printed. */
  close(): void {
    this.#print?.given.abort();
    this.#print = null;
  }

  async #refusalOf(meetingId: MeetingId, expected: number): Promise<PrintReadiness> {
    if (!this.#ports.mayPrint(meetingId)) return 'not-allowed';
    if (expected > printLimits.pages) return 'too-large';
    return (await this.#ports.countPrinters()) === 0 ? 'no-printer' : 'ready';
  }
}
