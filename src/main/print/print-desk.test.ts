import { describe, expect, it } from 'vitest';
import { printLimits } from '../../shared/bridge/ipc.ts';
import { meetingId } from '../../shared/records/ids.ts';
import { PrintDesk, type PrintAnswer } from './print-desk.ts';

const m1 = meetingId.parse('m1');
const sheet = (bytes = 3): Uint8Array => new Uint8Array(bytes);

/** A machine of the test's making, and the desk of one of its windows. */
class Machine {
  isAllowed = true;
  printers = 1;
  readonly opened: { readonly pages: number; readonly signal: AbortSignal }[] = [];
  readonly events: string[] = [];
  #answer = Promise.withResolvers<PrintAnswer>();
  readonly desk = new PrintDesk({
    mayPrint: () => this.isAllowed,
    countPrinters: async () => this.printers,
    open: (pages, signal) => {
      this.opened.push({ pages: pages.length, signal });
      return this.#answer.promise;
    },
    about: { surface: 'seat', seat: 'A07' },
    log: {
      info: (event, fields) =>
        void this.events.push(`${event} ${String(fields?.['code'] ?? fields?.['outcome'] ?? '')}`.trim()),
      warn: () => undefined,
      error: () => undefined,
    },
  });

  /** The person leaves the system's window. */
  leave(answer: PrintAnswer): void {
    this.#answer.resolve(answer);
  }

  async withPages(number: number, pages: number): Promise<void> {
    if ((await this.desk.begin(number, m1, pages)) !== 'ready') throw new Error('it is not begun');
    for (let page = 0; page < pages; page++)
      if (!this.desk.addPage(number, sheet())) throw new Error('a page is not taken');
  }
}

describe('a print', () => {
  it('opens the window of the system when all pages are there, and says how it was left', async () => {
    const machine = new Machine();
    await machine.withPages(1, 2);
    const shown = machine.desk.show(1);
    expect(machine.opened).toMatchObject([{ pages: 2 }]);
    machine.leave('cancelled');
    expect(await shown).toBe('cancelled');
    expect(machine.events).toEqual(['print/opened', 'print/ended cancelled']);
  });

  it('is not begun where it is not allowed, and no window opens whatever the page asks', async () => {
    const machine = new Machine();
    machine.isAllowed = false;
    expect(await machine.desk.begin(1, m1, 1)).toBe('not-allowed');
    expect(machine.desk.addPage(1, sheet())).toBe(false);
    expect(await machine.desk.show(1)).toBe('failed');
    expect(machine.opened).toEqual([]);
    expect(machine.events).toEqual(['print/refused not-allowed']);
  });

  it('that is no longer allowed when its pages are drawn opens no window', async () => {
    const machine = new Machine();
    await machine.withPages(1, 1);
    machine.isAllowed = false;
    expect(await machine.desk.show(1)).toBe('not-allowed');
    machine.isAllowed = true;
    expect(await machine.desk.show(1)).toBe('failed');
    expect(machine.opened).toEqual([]);
  });

  it('is not drawn in vain where there is no printer, or too many pages', async () => {
    const machine = new Machine();
    expect(await machine.desk.begin(1, m1, printLimits.pages + 1)).toBe('too-large');
    machine.printers = 0;
    expect(await machine.desk.begin(2, m1, 1)).toBe('no-printer');
    expect(machine.desk.addPage(2, sheet())).toBe(false);
  });

  it('with a page missing or asked for twice opens no second window', async () => {
    const machine = new Machine();
    expect(await machine.desk.begin(1, m1, 2)).toBe('ready');
    machine.desk.addPage(1, sheet());
    expect(await machine.desk.show(1)).toBe('failed');
    expect(machine.desk.addPage(1, sheet())).toBe(true);
    expect(machine.desk.addPage(1, sheet())).toBe(false);
    const shown = machine.desk.show(1);
    expect(await machine.desk.show(1)).toBe('failed');
    expect(machine.opened).toHaveLength(1);
    machine.leave('printed');
    expect(await shown).toBe('printed');
  });

  it('that grows beyond the memory it may take is given up', async () => {
    const machine = new Machine();
    expect(await machine.desk.begin(1, m1, 2)).toBe('ready');
    expect(machine.desk.addPage(1, { length: printLimits.bytes } as Uint8Array)).toBe(true);
    expect(machine.desk.addPage(1, sheet())).toBe(false);
    expect(await machine.desk.show(1)).toBe('failed');
  });

  it('is closed when it is given up, when another begins, and with its window', async () => {
    for (const end of [
      (desk: PrintDesk) => desk.drop(1),
      (desk: PrintDesk) => void desk.begin(2, m1, 1),
      (desk: PrintDesk) => desk.close(),
    ]) {
      const machine = new Machine();
      // oxlint-disable-next-line no-await-in-loop
      await machine.withPages(1, 1);
      void machine.desk.show(1);
      expect(machine.opened[0]?.signal.aborted).toBe(false);
      end(machine.desk);
      expect(machine.opened[0]?.signal.aborted).toBe(true);
    }
  });

  it('is not touched by what still comes of an earlier one', async () => {
    const machine = new Machine();
    await machine.withPages(1, 1);
    await machine.withPages(2, 1);
    machine.desk.drop(1);
    expect(machine.desk.addPage(1, sheet())).toBe(false);
    expect(await machine.desk.show(1)).toBe('failed');
    void machine.desk.show(2);
    expect(machine.opened).toHaveLength(1);
  });
});
