import { describe, expect, it } from 'vitest';
import type { PrintEnd, PrinterBridge, PrintReadiness } from '../../../shared/bridge/bridge.ts';
import { meetingId } from '../../../shared/records/ids.ts';
import { printCopy, type CopyToPrint } from './print-copy.ts';

/** A host that writes down what it is asked. */
class Host implements PrinterBridge {
  readonly asked: string[] = [];
  readiness: PrintReadiness = 'ready';
  end: PrintEnd = 'printed';
  /** So many pages are taken. */
  room = Number.POSITIVE_INFINITY;

  begin = async (_meeting: unknown, pages: number): Promise<PrintReadiness> => {
    this.asked.push(`begin ${pages}`);
    return this.readiness;
  };
  addPage = async ([page]: Uint8Array): Promise<boolean> => {
    this.asked.push(`page ${page}`);
    return this.room-- > 0;
  };
  show = async (): Promise<PrintEnd> => {
    this.asked.push('show');
    return this.end;
  };
  drop = (): void => void this.asked.push('drop');
}

const copyOf = (pages: number, over: Partial<CopyToPrint> = {}): CopyToPrint => ({
  meetingId: meetingId.parse('m1'),
  pages,
  draw: async (page) => new Uint8Array([page]),
  onDrawn: () => undefined,
  onShow: () => undefined,
  ...over,
});

describe('printing a copy', () => {
  it('draws page after page, tells how far it is, and opens the window last', async () => {
    const host = new Host();
    const told: unknown[] = [];
    const copy = copyOf(2, { onDrawn: (pages) => told.push(pages), onShow: () => told.push('show') });
    expect(await printCopy(host, copy, new AbortController().signal)).toBe('printed');
    expect(host.asked).toEqual(['begin 2', 'page 1', 'page 2', 'show']);
    expect(told).toEqual([1, 2, 'show']);
  });

  it.each(['not-allowed', 'no-printer', 'too-large'] as const)(
    'draws nothing when it is %s',
    async (readiness) => {
      const host = new Host();
      host.readiness = readiness;
      expect(await printCopy(host, copyOf(2), new AbortController().signal)).toBe(readiness);
      expect(host.asked).toEqual(['begin 2']);
    },
  );

  it.each(['cancelled', 'failed', 'no-printer'] as const)('says that the window ended as %s', async (end) => {
    const host = new Host();
    host.end = end;
    expect(await printCopy(host, copyOf(1), new AbortController().signal)).toBe(end);
  });

  it('that is stopped while it is drawn opens no window', async () => {
    const host = new Host();
    const control = new AbortController();
    const copy = copyOf(3, { onDrawn: (pages) => pages === 2 && control.abort() });
    expect(await printCopy(host, copy, control.signal)).toBe('stopped');
    expect(host.asked).toEqual(['begin 3', 'page 1', 'page 2', 'drop']);
  });

  it('that does not fit into memory, or cannot be drawn, is given up at the host too', async () => {
    const small = new Host();
    small.room = 1;
    expect(await printCopy(small, copyOf(3), new AbortController().signal)).toBe('too-large');
    expect(small.asked.at(-1)).toBe('drop');
    const host = new Host();
    const broken = copyOf(1, { draw: () => Promise.reject(new Error('broken')) });
    await expect(printCopy(host, broken, new AbortController().signal)).rejects.toThrow('broken');
    expect(host.asked).toEqual(['begin 1', 'drop']);
  });
});
