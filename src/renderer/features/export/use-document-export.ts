import { useEffect, useRef, useState } from 'react';
import type { BlobReference } from '../../../shared/records/blob-reference.ts';
import { useBridge } from '../../data/data-context.ts';
import { printPdf, saveFile } from './hand-over.ts';
import { makeExport } from './make-export.ts';
import type { NoteWords, PlacedNote } from './placed-note.ts';

export type ExportKind = 'save' | 'print';

/** How far the copy is that a person asked for. */
export type DocumentExportState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'making'; readonly kind: ExportKind; readonly share: number }
  | { readonly phase: 'done'; readonly kind: ExportKind; readonly fileName: string }
  | { readonly phase: 'failed' | 'not-here' };

/** What goes into a copy. */
export interface DocumentCopy {
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

/** Makes one copy at a time; what is being made is dropped when the component goes. */
export function useDocumentExport(): DocumentExport {
  const { vault } = useBridge();
  const [state, setState] = useState<DocumentExportState>({ phase: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const make = async (kind: ExportKind, copy: DocumentCopy, watermark: string | null): Promise<void> => {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    const tell = (next: DocumentExportState): void => {
      if (!control.signal.aborted) setState(next);
    };
    tell({ phase: 'making', kind, share: 0 });
    const pdf = await vault.read(copy.view.sha256, 0, copy.view.bytes);
    if (pdf === null) return tell({ phase: 'not-here' });
    const job = { pdf, notes: copy.notes, words: copy.words, watermark };
    const made = await makeExport(job, (share) => tell({ phase: 'making', kind, share }), control.signal);
    if (control.signal.aborted) return;
    if (kind === 'save') saveFile(copy.fileName, [made], 'application/pdf');
    else printPdf(made);
    tell({ phase: 'done', kind, fileName: copy.fileName });
  };
  const begin = (kind: ExportKind, copy: DocumentCopy, watermark: string | null): void => {
    make(kind, copy, watermark).catch((reason: unknown) => {
      if (running.current?.signal.aborted === true) return;
      console.error('export:', reason);
      setState({ phase: 'failed' });
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
