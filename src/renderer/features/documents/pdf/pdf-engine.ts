import {
  getDocument,
  GlobalWorkerOptions,
  PDFWorker,
  TextLayer,
  VerbosityLevel,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist';
// The linter does not see that `?url` gives the address as the default export.
// oxlint-disable-next-line import/default
import rendererUrl from 'pdfjs-dist/build/pdf.renderer.min.mjs?url';
// oxlint-disable-next-line import/default
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { readOutline } from './outline.ts';
import { PatientReader } from './patient-reader.ts';
import type { Opening, OutlineEntry, PdfDocument, PdfEngine, Run } from './pdf-document.ts';
import type { PdfSource } from './pdf-source.ts';
import { SourceTransport } from './source-transport.ts';

/** Where the build puts what pdf.js fetches by address while it draws. */
const assets = '/pdfjs/';

/**
 * A document below this is opened from all its bytes at once. Opening a scan of 200 pages by stretches asks 200 times,
 * one after the other, and takes several times as long; above this, memory matters more.
 */
const wholeBelowBytes = 96 * 1024 * 1024;

/**
 * The least that pdf.js asks for at a time; what lies together it asks for together. Opening a scan visits the entry of
 * every page, each beside its picture: a quarter of the vault's chunk means a quarter of the bytes moved for that.
 */
const rangeBytes = 64 * 1024;

/** Points of a PDF to CSS pixels. */
const pixelsPerPoint = 96 / 72;

/**
 * Starts pdf.js. Its workers come from our own origin; nothing is evaluated, no script of a document runs, no form is
 * filled in and no link leads out, since only its drawing is used and none of its viewer.
 */
export function startPdfEngine(): PdfEngine {
  GlobalWorkerOptions.workerSrc = workerUrl;
  GlobalWorkerOptions.rendererSrc = rendererUrl;
  const worker = new PDFWorker();
  return { open: (source) => open(source, worker), close: () => worker.destroy() };
}

function open(source: PdfSource, worker: PDFWorker): Opening {
  const reader = new PatientReader(source);
  let isClosed = false;
  let close = (): void => undefined;
  const document = (async (): Promise<PdfDocument> => {
    const isWhole = source.bytes < wholeBelowBytes;
    const data = isWhole ? await reader.read(0, source.bytes) : null;
    if (isClosed || (isWhole && data === null)) return await new Promise<never>(() => undefined);
    const task = getDocument({
      ...(data === null ? { range: new SourceTransport(reader, source.bytes) } : { data }),
      worker,
      rangeChunkSize: rangeBytes,
      disableAutoFetch: true,
      disableStream: true,
      cMapUrl: `${assets}cmaps/`,
      standardFontDataUrl: `${assets}standard_fonts/`,
      wasmUrl: `${assets}wasm/`,
      iccUrl: `${assets}iccs/`,
      enableXfa: false,
      verbosity: VerbosityLevel.ERRORS,
    });
    close = () => void task.destroy();
    return new OpenDocument(await task.promise, isWhole);
  })();
  return {
    document,
    isWaiting: reader.isWaiting,
    close() {
      isClosed = true;
      reader.close();
      close();
    },
  };
}

class OpenDocument implements PdfDocument {
  readonly #document: PDFDocumentProxy;

  readonly isWhole: boolean;

  constructor(document: PDFDocumentProxy, isWhole: boolean) {
    this.#document = document;
    this.isWhole = isWhole;
  }

  get pages(): number {
    return this.#document.numPages;
  }

  async sizeOf(page: number): ReturnType<PdfDocument['sizeOf']> {
    const { width, height } = (await this.#document.getPage(page)).getViewport({ scale: pixelsPerPoint });
    return { width, height };
  }

  draw(page: number, canvas: HTMLCanvasElement): Run {
    return this.#run(page, (proxy) => {
      const { width } = proxy.getViewport({ scale: 1 });
      return proxy.render({ canvas, viewport: proxy.getViewport({ scale: canvas.width / width }) });
    });
  }

  layText(page: number, container: HTMLElement, scale: number): Run {
    return this.#run(page, (proxy) => {
      const layer = new TextLayer({
        textContentSource: proxy.streamTextContent(),
        container,
        viewport: proxy.getViewport({ scale: scale * pixelsPerPoint }),
      });
      return { promise: layer.render() as Promise<void>, cancel: () => layer.cancel() };
    });
  }

  async textOf(page: number): Promise<string> {
    const { items } = await (await this.#document.getPage(page)).getTextContent();
    const words = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''));
    return words.join('').normalize('NFC');
  }

  outline(): Promise<readonly OutlineEntry[]> {
    return readOutline(this.#document);
  }

  forget(page: number): void {
    // A page that was never opened has left nothing; opening it just for this would be absurd, but costs little.
    void this.#document.getPage(page).then(
      (proxy) => proxy.cleanup(),
      () => undefined,
    );
  }

  #run(
    page: number,
    begin: (proxy: PDFPageProxy) => { readonly promise: Promise<void>; cancel(): void },
  ): Run {
    let isCancelled = false;
    let cancel = (): void => undefined;
    const done = (async () => {
      const proxy = await this.#document.getPage(page);
      if (isCancelled) return;
      const task = begin(proxy);
      cancel = () => task.cancel();
      await task.promise;
    })().catch((reason: unknown) => {
      if (!isCancelled) throw reason;
    });
    return {
      done,
      cancel() {
        isCancelled = true;
        cancel();
      },
    };
  }
}
