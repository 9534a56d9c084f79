import { z } from 'zod';
import type { Hazard, Searchable } from '../../shared/records/document-version.ts';
import type { IntakeRefusal } from './intake-refusal.ts';

/** What the engine is asked about one file. */
export type ReadingRequest =
  /** The facts alone. */
  | { readonly work: 'inspect'; readonly bytes: Uint8Array }
  /** The facts, the words of every page and a copy to draw, written beside the file. */
  | { readonly work: 'prepare'; readonly file: string }
  /** A picture, written as a PDF of one page. */
  | { readonly work: 'picture'; readonly file: string; readonly pdf: string };

export interface PdfFacts {
  readonly ok: true;
  readonly pages: number;
  /** Title carried by the file, in NFC; null when there is none or it says nothing. */
  readonly title: string | null;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

export interface PreparedPdf extends PdfFacts {
  /** The copy to draw; null when the file itself is as good. */
  readonly viewFile: string | null;
  /** The words of the pages as JSON; null when there are none. */
  readonly textFile: string | null;
  readonly searchable: Exclude<Searchable, 'ocr'>;
  /** What the copy to draw leaves out, each once. */
  readonly removed: readonly Hazard[];
}

export interface Refusal {
  readonly ok: false;
  readonly code: IntakeRefusal;
}

/** The answer to each kind of work. */
export interface Readings {
  readonly inspect: PdfFacts | Refusal;
  readonly prepare: PreparedPdf | Refusal;
  readonly picture: { readonly ok: true } | Refusal;
}
export type Reading = Readings[keyof Readings];

/** What the process says: first that its engine is loaded, then one reading for each request. */
export type ReaderMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'reading'; readonly id: number; readonly reading: Reading };

/** A request on its way to the process. */
export interface NumberedRequest {
  readonly id: number;
  readonly request: ReadingRequest;
}

/** What one work may cost before its process is killed. */
export const processLimits = z.strictObject({
  /** Milliseconds of an inspection from the moment the engine is loaded; other works have a multiple of it. */
  timeoutMs: z.number().int().positive(),
  /** MiB of the engine's heap, and again of buffers outside it beyond six times the file. */
  memoryMiB: z.number().int().positive(),
  /** MiB of the whole process. */
  processMiB: z.number().int().positive(),
});
export type ProcessLimits = z.infer<typeof processLimits>;
