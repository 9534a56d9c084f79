import type { NoteWords, PlacedNote } from './placed-note.ts';

/** One PDF to be made: notes first, then the watermark over everything. */
export interface ExportJob {
  readonly pdf: Uint8Array;
  readonly notes: readonly PlacedNote[];
  readonly words: NoteWords;
  /** The line across every page; null for none. */
  readonly watermark: string | null;
}

/** From the worker: the share done, from 0 to 1, or the end. */
export type FromExportWorker =
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'made'; readonly pdf: Uint8Array<ArrayBuffer> }
  | { readonly type: 'failed'; readonly reason: string };
