import {
  getDocument,
  PDFDataRangeTransport,
  VerbosityLevel,
  type PDFDocumentLoadingTask,
  type PDFWorker,
} from 'pdfjs-dist';
import { NoFilters, OffscreenCanvases } from './drawing-parts.ts';
import { assetFolders, type Asset, type Question } from './frame-messages.ts';
import type { FrameNeeds } from './frame-needs.ts';

/** Which folder each kind of file lies in, by pdf.js's name for the option that would hold its address. */
const folderOf: Readonly<Record<string, Asset['folder']>> = {
  cMapUrl: 'cmaps',
  standardFontDataUrl: 'standard_fonts',
  wasmUrl: 'wasm',
};

/** Pictures beyond this many pixels are not decoded: 100 million are more than any scanner of papers gives. */
const mostPicturePixels = 100_000_000;

/**
 * Opens a document in the frame. Nothing is evaluated, no script of a document runs, no form is filled in, and what
 * pdf.js would fetch by address comes over the port.
 */
export function openInFrame(
  document: number,
  { data, length, rangeBytes }: Extract<Question, { kind: 'open' }>,
  { worker, needs }: { readonly worker: PDFWorker; readonly needs: FrameNeeds },
): PDFDocumentLoadingTask {
  return getDocument({
    ...(data === null ? { range: new StretchesFromWindow(document, length, needs) } : { data }),
    worker,
    rangeChunkSize: rangeBytes,
    disableAutoFetch: true,
    disableStream: true,
    useWorkerFetch: false,
    cMapUrl: 'cmaps/',
    standardFontDataUrl: 'standard_fonts/',
    wasmUrl: 'wasm/',
    enableXfa: false,
    maxImageSize: mostPicturePixels,
    verbosity: VerbosityLevel.ERRORS,
    CanvasFactory: OffscreenCanvases,
    FilterFactory: NoFilters,
    BinaryDataFactory: binaryDataFrom(needs),
    // A worker has no document but has fonts, which is all that is asked of it here.
    ownerDocument: { fonts: (self as unknown as Pick<Document, 'fonts'>).fonts } as HTMLDocument,
  });
}

function binaryDataFrom(needs: FrameNeeds): new () => object {
  return class {
    async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      const folder = folderOf[kind];
      const bytes =
        folder !== undefined && assetFolders.includes(folder)
          ? await needs.asset({ folder, name: filename })
          : null;
      if (bytes === null) throw new Error(`there is no ${kind} ${filename}`);
      return bytes;
    }
  };
}

/** Gives pdf.js the stretches of a document that it needs, and no more. */
class StretchesFromWindow extends PDFDataRangeTransport {
  readonly #document: number;
  readonly #needs: FrameNeeds;

  constructor(document: number, length: number, needs: FrameNeeds) {
    super(length, null);
    this.#document = document;
    this.#needs = needs;
  }

  override requestDataRange(begin: number, end: number): void {
    void this.#needs.bytes(this.#document, begin, end).then((bytes) => {
      if (bytes !== null) this.onDataRange(begin, bytes);
    });
  }

  override abort(): void {
    // The window knows that the document has been closed.
  }
}
