import { PDFiumLibrary } from '@hyzyla/pdfium';
// oxlint-disable-next-line import/default
import wasmUrl from '@hyzyla/pdfium/pdfium.wasm?url';

/** A document opened with PDFium compiled to WebAssembly, on the main thread as the library does it. */
export interface PdfiumDocument {
  readonly pages: number;
  draw(
    page: number,
    scale: number,
  ): Promise<{ data: Uint8ClampedArray<ArrayBuffer>; width: number; height: number }>;
}

/** Opens a document; it stays open until the page goes. */
export async function openPdfium(bytes: Uint8Array): Promise<PdfiumDocument> {
  const wasmBinary = await (await fetch(wasmUrl)).arrayBuffer();
  const library = await PDFiumLibrary.init({ wasmBinary });
  const pdf = await library.loadDocument(bytes);
  return {
    pages: pdf.getPageCount(),
    async draw(page, scale) {
      const { data, width, height } = await pdf.getPage(page - 1).render({ scale, render: 'bitmap' });
      const pixels = new Uint8ClampedArray(data);
      return { data: pixels, width, height };
    },
  };
}
