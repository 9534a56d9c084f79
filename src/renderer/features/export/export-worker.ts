import latin from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-500-normal.woff?inline';
import vietnamese from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-500-normal.woff?inline';
import { annotatePdf } from './annotate-pdf.ts';
import type { ExportJob, FromExportWorker } from './export-messages.ts';
import { watermarkPdf } from './watermark-pdf.ts';

/**
 * A worker for one export: reading and writing a long PDF takes seconds. The typeface comes with the script, so that
 * a seat without a hub can print.
 */
function send(message: FromExportWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

async function make({ pdf, notes, words, watermark }: ExportJob): Promise<Uint8Array<ArrayBuffer>> {
  const half = watermark === null ? 1 : 0.5;
  const tell = (share: number): void => send({ type: 'progress', share });
  const annotated = await annotatePdf(pdf, notes, words, (share) => tell(share * half));
  if (watermark === null) return annotated;
  const fonts = { latin: bytesOf(latin), vietnamese: bytesOf(vietnamese) };
  return watermarkPdf(annotated, watermark, fonts, (share) => tell(half + share * half));
}

function bytesOf(dataUrl: string): Uint8Array {
  const text = atob(dataUrl.slice(dataUrl.indexOf(',') + 1));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

self.addEventListener('message', ({ data }: MessageEvent<ExportJob>) => {
  make(data).then(
    (pdf) => send({ type: 'made', pdf }, [pdf.buffer]),
    (reason: unknown) => send({ type: 'failed', reason: String(reason) }),
  );
});
