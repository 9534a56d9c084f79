import type { Watchable } from '../../../../shared/std/signal.ts';
import type { PageSize } from './page-size.ts';
import type { PdfSource } from './pdf-source.ts';

/** Something that is being done and may be given up. */
export interface Run {
  /** Resolves when it is done, or has been given up. Rejects when the document cannot be drawn. */
  readonly done: Promise<void>;
  cancel(): void;
}

/** A heading of the table of contents that a document carries. */
export interface OutlineEntry {
  readonly title: string;
  /** From 1; null where the heading leads to no page of this document. */
  readonly page: number | null;
  readonly children: readonly OutlineEntry[];
}

/** An open document. Pages count from 1. */
export interface PdfDocument {
  readonly pages: number;
  /** All bytes are in memory; otherwise each page costs reading the file around it. */
  readonly isWhole: boolean;
  /** Width and height of a page at 100 %, in CSS pixels. */
  sizeOf(page: number): Promise<Pick<PageSize, 'width' | 'height'>>;
  /** Draws a page over the whole of a canvas, whose width and height in device pixels have been set. */
  draw(page: number, canvas: HTMLCanvasElement): Run;
  /** Lays the words of a page over it, to be selected and read aloud; `scale` as in `PageBox`. */
  layText(page: number, container: HTMLElement, scale: number): Run;
  /** The words of a page in the order of reading, in NFC, lines parted by line feeds; empty for a picture of a page. */
  textOf(page: number): Promise<string>;
  /** The document's own table of contents; empty when it carries none. */
  outline(): Promise<readonly OutlineEntry[]>;
  /** Frees what drawing a page has left in memory. */
  forget(page: number): void;
}

/** A document that is being opened. */
export interface Opening {
  /** Rejects when the bytes are not a PDF that can be shown. */
  readonly document: Promise<PdfDocument>;
  /** Resolves when a document has hung the engine, which gave up all that was open; nothing more comes of this one. */
  readonly gone: Promise<void>;
  /** True while bytes are asked for that are not held; they are waited for. */
  readonly isWaiting: Watchable<boolean>;
  /** Closes the document, opened or not, and gives up whatever it is doing. */
  close(): void;
}

/** What opens documents, warm for one after another. */
export interface PdfEngine {
  open(source: PdfSource): Opening;
  close(): void;
}
