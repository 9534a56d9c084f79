import { getDocument, GlobalWorkerOptions, PDFWorker } from 'pdfjs-dist';
// oxlint-disable-next-line import/default
import parserUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import {
  openBrowserVault,
  type BrowserVault,
} from '../../src/renderer/bridge/browser/vault/browser-vault.ts';
import { startPdfEngine } from '../../src/renderer/features/documents/pdf/pdf-engine.ts';
import { documentVersionId, meetingId, sha256 as sha256Schema } from '../../src/shared/records/ids.ts';
import { chunkBytes } from '../../src/shared/vault/chunks.ts';
import type { Measures } from './measures.ts';

const width = 1240;
const height = 1754;

/** An empty page. */
const smallest = new TextEncoder().encode(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj ' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj trailer<</Root 1 0 R>>',
);

/** Measures how long it takes from opening a document to its first page, drawn; pdf.js is warm in both ways. */
export async function createFirstPageMeasures(): Promise<
  Pick<Measures, 'hold' | 'firstPageFromVault' | 'firstPageAfterAll'>
> {
  const vault = await openBrowserVault('bench', location.origin, (reason) => console.error(reason));
  if (!vault.keeps) throw new Error('the vault is in memory alone');
  vault.setOnline({});
  GlobalWorkerOptions.workerSrc = parserUrl;
  const engine = startPdfEngine();
  const worker = new PDFWorker();
  // Both are warm, as on a seat where a document has been read before.
  await engine.open({ bytes: smallest.length, read: () => Promise.resolve(smallest.slice()) }).document;
  await getDocument({ data: smallest.slice(), worker }).promise;
  return {
    hold: (name, bytes) => hold(vault, name, bytes),
    async firstPageFromVault(name, bytes) {
      const sha256 = sha256Schema.parse(name);
      const canvas = newCanvas();
      const chunks = new Set<number>();
      const begun = performance.now();
      const opening = engine.open({
        bytes,
        read(begin, end) {
          for (let at = begin; at < end; at += chunkBytes) chunks.add(Math.floor(at / chunkBytes));
          chunks.add(Math.floor((end - 1) / chunkBytes));
          return vault.read(sha256, begin, end);
        },
      });
      await (await opening.document).draw(1, canvas).done;
      const ms = isDrawn(canvas) - begun;
      opening.close();
      return { ms, megabytes: Math.min(bytes, chunks.size * chunkBytes) / 1e6 };
    },
    async firstPageAfterAll(name, bytes) {
      const canvas = newCanvas();
      const begun = performance.now();
      const data = await vault.read(sha256Schema.parse(name), 0, bytes);
      if (data === null) throw new Error('the document is not held');
      const task = getDocument({
        data,
        worker,
        wasmUrl: '/pdfjs/wasm/',
        standardFontDataUrl: '/pdfjs/standard_fonts/',
      });
      const page = await (await task.promise).getPage(1);
      const scale = width / page.getViewport({ scale: 1 }).width;
      await page.render({ canvas, viewport: page.getViewport({ scale }) }).promise;
      const ms = isDrawn(canvas) - begun;
      await task.destroy();
      return { ms, megabytes: bytes / 1e6 };
    },
  };
}

async function hold(vault: BrowserVault, name: string, bytes: number): Promise<void> {
  const sha256 = sha256Schema.parse(name);
  const held = new Promise<void>((resolve) => {
    const stop = vault.progress.subscribe((progress) => {
      if (!progress.some((blob) => blob.sha256 === sha256 && blob.state === 'held')) return;
      stop();
      resolve();
    });
  });
  vault.want([{ meetingId: meetingId.parse('m1'), versionId: documentVersionId.parse('v1'), sha256, bytes }]);
  await held;
}

function newCanvas(): HTMLCanvasElement {
  return Object.assign(document.createElement('canvas'), { width, height });
}

/** Reads a pixel back, which waits for the drawing itself; an empty page is a fault. Gives the time. */
function isDrawn(canvas: HTMLCanvasElement): number {
  const probe = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d');
  probe?.drawImage(canvas, width / 2, height / 2, 1, 1, 0, 0, 1, 1);
  const pixel = probe?.getImageData(0, 0, 1, 1).data;
  if (pixel === undefined || pixel[3] === 0) throw new Error('nothing has been drawn');
  return performance.now();
}
