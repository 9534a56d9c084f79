import { startPdfEngine } from '../../features/documents/pdf/pdf-engine.ts';
import type { OpenCopy } from '../../features/export/drawn-copy.ts';

/** Draws a copy with the engine that shows documents: one of its own, which goes with the copy. */
export const openCopy: OpenCopy = async (pdf) => {
  const engine = startPdfEngine();
  const opening = engine.open({
    bytes: pdf.length,
    read: async (begin, end) => pdf.slice(begin, end),
  });
  const close = (): void => {
    opening.close();
    engine.close();
  };
  const gone = opening.gone.then((): never => {
    throw new Error('the copy has hung the engine');
  });
  // Heard where it is waited for; a copy that ends well is not gone.
  gone.catch(() => undefined);
  try {
    const document = await Promise.race([opening.document, gone]);
    return {
      pages: document.pages,
      sizeOf: (page) => Promise.race([document.sizeOf(page), gone]),
      async draw(page, canvas) {
        await Promise.race([document.draw(page, canvas).done, gone]);
        document.forget(page);
      },
      close,
    };
  } catch (reason) {
    close();
    throw reason;
  }
};
