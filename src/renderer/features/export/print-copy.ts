import type { PrintEnd, PrinterBridge, PrintReadiness } from '../../../shared/bridge/bridge.ts';
import type { MeetingId } from '../../../shared/records/ids.ts';

/** How a print ended for the person; `stopped` before its window opened. */
export type PrintedCopy = PrintEnd | Exclude<PrintReadiness, 'ready'> | 'stopped';

export interface CopyToPrint {
  readonly meetingId: MeetingId;
  readonly pages: number;
  /** The JPEG picture of a page, from 1 on. */
  draw(page: number): Promise<Uint8Array>;
  /** Told how many pages are drawn. */
  onDrawn(pages: number): void;
  /** All pages are drawn, and the window of the system is about to open. */
  onShow(): void;
}

/**
 * Draws a copy page by page for the printer of the host and has its window opened. What is being drawn is given up
 * after `signal`; a window that is open is not, because the person may just be choosing a printer there.
 */
export async function printCopy(
  printer: PrinterBridge,
  copy: CopyToPrint,
  signal: AbortSignal,
): Promise<PrintedCopy> {
  const readiness = await printer.begin(copy.meetingId, copy.pages);
  if (readiness !== 'ready') return readiness;
  try {
    for (let page = 1; page <= copy.pages; page++) {
      // One after the other: a picture of a page takes 35 MB while it is drawn.
      // oxlint-disable-next-line no-await-in-loop
      const picture = await copy.draw(page);
      if (signal.aborted) return dropped(printer, 'stopped');
      // oxlint-disable-next-line no-await-in-loop
      if (!(await printer.addPage(picture))) return dropped(printer, 'too-large');
      if (signal.aborted) return dropped(printer, 'stopped');
      copy.onDrawn(page);
    }
  } catch (reason) {
    printer.drop();
    throw reason;
  }
  copy.onShow();
  return await printer.show();
}

function dropped(printer: PrinterBridge, end: PrintedCopy): PrintedCopy {
  printer.drop();
  return end;
}
