import { useEffect, useRef, useState } from 'react';
import type { PrinterBridge } from '../../../shared/bridge/bridge.ts';
import type { BlobReference } from '../../../shared/records/blob-reference.ts';
import type { MeetingId } from '../../../shared/records/ids.ts';
import { useBridge } from '../../data/data-context.ts';
import type { DrawnCopy, OpenCopy } from './drawn-copy.ts';
import { printPdf, saveFile } from './hand-over.ts';
import { makeExport } from './make-export.ts';
import type { NoteWords, PlacedNote } from './placed-note.ts';
import { printCopy, type PrintedCopy } from './print-copy.ts';
import { SheetPress } from './sheet-press.ts';

export type ExportKind = 'save' | 'print';

/** How far the copy is that a person asked for. */
export type DocumentExportState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'making'; readonly kind: ExportKind; readonly share: number }
  /** The print window of the system is open, and nothing is known before it closes. */
  | { readonly phase: 'choosing' }
  | { readonly phase: 'saved'; readonly fileName: string }
  /** `handed`: to the browser, which does not say what came of it. */
  | { readonly phase: 'printed' | 'handed' }
  | { readonly phase: 'not-printed'; readonly why: Exclude<PrintedCopy, 'printed' | 'cancelled' | 'stopped'> }
  | { readonly phase: 'failed' | 'not-here' };

/** What goes into a copy. */
export interface DocumentCopy {
  readonly meetingId: MeetingId;
  readonly view: BlobReference;
  readonly notes: readonly PlacedNote[];
  readonly words: NoteWords;
  readonly fileName: string;
}

export interface DocumentExport {
  readonly state: DocumentExportState;
  save(copy: DocumentCopy): void;
  /** @param watermark the line across every page */
  print(copy: DocumentCopy, watermark: string): void;
  stop(): void;
}

/** Of a print that is drawn, so much of the time goes by before the first page is. */
const writingShare = 0.2;

/**
 * Makes one copy at a time; what is being made is dropped when the component goes.
 *
 * @param openCopy draws copies for a host that prints pictures
 */
export function useDocumentExport(openCopy: OpenCopy): DocumentExport {
  const { vault, printer } = useBridge();
  const [state, setState] = useState<DocumentExportState>({ phase: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const make = async (kind: ExportKind, copy: DocumentCopy, watermark: string | null, run: Run) => {
    const pdf = await vault.read(copy.view.sha256, 0, copy.view.bytes);
    if (pdf === null) return run.tell({ phase: 'not-here' });
    const isDrawn = kind === 'print' && printer !== null;
    const job = { pdf, notes: copy.notes, words: copy.words, watermark };
    const made = await makeExport(
      job,
      (share) => run.making(share * (isDrawn ? writingShare : 1)),
      run.signal,
    );
    if (run.signal.aborted) return;
    if (isDrawn) return run.tell(await printDrawn(printer, await openCopy(made), copy.meetingId, run));
    if (kind === 'save') saveFile(copy.fileName, [made], 'application/pdf');
    else printPdf(made);
    run.tell(kind === 'save' ? { phase: 'saved', fileName: copy.fileName } : { phase: 'handed' });
  };
  const begin = (kind: ExportKind, copy: DocumentCopy, watermark: string | null): void => {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    const tell = (next: DocumentExportState): void => {
      if (!control.signal.aborted) setState(next);
    };
    const making = (share: number): void => tell({ phase: 'making', kind, share });
    making(0);
    make(kind, copy, watermark, { signal: control.signal, tell, making }).catch((reason: unknown) => {
      if (!control.signal.aborted) console.error('export:', reason);
      tell({ phase: 'failed' });
    });
  };
  return {
    state,
    save: (copy) => begin('save', copy, null),
    print: (copy, watermark) => begin('print', copy, watermark),
    stop() {
      running.current?.abort();
      setState({ phase: 'idle' });
    },
  };
}

/** One copy that is being made, as its steps see it. */
interface Run {
  readonly signal: AbortSignal;
  tell(state: DocumentExportState): void;
  /** Told the share done, from 0 to 1. */
  making(share: number): void;
}

async function printDrawn(
  printer: PrinterBridge,
  drawn: DrawnCopy,
  meetingId: MeetingId,
  { signal, tell, making }: Run,
): Promise<DocumentExportState> {
  const { pages } = drawn;
  const press = new SheetPress(drawn);
  try {
    const end = await printCopy(
      printer,
      {
        ...{ meetingId, pages, draw: (page) => press.picture(page) },
        onDrawn: (done) => making(writingShare + (1 - writingShare) * (done / pages)),
        onShow() {
          press.close();
          tell({ phase: 'choosing' });
        },
      },
      signal,
    );
    return stateAfter(end);
  } finally {
    press.close();
  }
}

function stateAfter(end: PrintedCopy): DocumentExportState {
  switch (end) {
    case 'printed':
      return { phase: 'printed' };
    case 'cancelled':
    case 'stopped':
      return { phase: 'idle' };
    case 'not-allowed':
    case 'no-printer':
    case 'too-large':
    case 'failed':
      return { phase: 'not-printed', why: end };
  }
}
