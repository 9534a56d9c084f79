import { getDocument, GlobalWorkerOptions } from 'pdfjs-dist';
// oxlint-disable-next-line import/default
import parserUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { CanvasPool } from '../../src/renderer/features/documents/pdf/canvas-pool.ts';
import { PageRenders } from '../../src/renderer/features/documents/pdf/page-renders.ts';
import type { PdfDocument } from '../../src/renderer/features/documents/pdf/pdf-document.ts';
import type { PageSize } from '../../src/renderer/features/documents/pdf/page-size.ts';
import { PageSizes } from '../../src/renderer/features/documents/pdf/page-sizes.ts';
import { startPdfEngine } from '../../src/renderer/features/documents/pdf/pdf-engine.ts';
import { present } from '../../src/shared/std/must.ts';
import type { Measures, TurnArm, Turns } from './measures.ts';
import { openPdfium } from './open-pdfium.ts';
import { longestGap } from './longest-gap.ts';

/** One and a half times the size on paper at 96 dots per inch would be 144; pdf.js's own 1.5 is 108 per inch. */
const scale = 1.5;

/** A way to turn pages: gives the canvas with the page on it. */
interface Turner {
  readonly pages: number;
  turn(page: number): Promise<HTMLCanvasElement>;
  /** Waits for whatever the way does ahead of time. */
  prepare?(page: number): Promise<void>;
}

const turners: Readonly<Record<TurnArm, (data: Uint8Array<ArrayBuffer>) => Promise<Turner>>> = {
  stock,
  ours,
  prepared,
  pdfium,
};

/** Pages that are turned before any is measured: a seat has been read at before. */
const turnedBefore = [1, 6, 7, 8, 9, 10];

/** Turns to pages that have not been seen, on a document that is being read. */
export async function measureTurns(arm: TurnArm, name: string, pages: readonly number[]): Promise<Turns> {
  const turner = await turners[arm](await bytesOf(name));
  // oxlint-disable-next-line no-await-in-loop
  for (const page of turnedBefore) show(await turner.turn(page));
  const ms: number[] = [];
  const gaps: number[] = [];
  for (const page of pages) {
    // oxlint-disable-next-line no-await-in-loop
    await turner.prepare?.(page);
    // oxlint-disable-next-line no-await-in-loop
    const gap = await longestGap(async () => {
      const begun = performance.now();
      show(await turner.turn(page));
      ms.push(performance.now() - begun);
    });
    gaps.push(gap);
  }
  return { ms, gaps };
}

/** Shows pages one after the other, keeps what each way keeps, and leaves the document open. */
export async function showPages(arm: TurnArm, name: string, pages: readonly number[]): Promise<void> {
  const turner = await turners[arm](await bytesOf(name));
  // oxlint-disable-next-line no-await-in-loop
  for (const page of pages) show(await turner.turn(page));
  Object.assign(globalThis, { kept: turner });
}

export const turnMeasures: Pick<Measures, 'turns' | 'showPages'> = { turns: measureTurns, showPages };

async function bytesOf(name: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetch(`/v1/blobs/${name}`)).arrayBuffer());
}

/** pdf.js as its readme shows it. */
async function stock(data: Uint8Array): Promise<Turner> {
  GlobalWorkerOptions.workerSrc = parserUrl;
  const pdf = await getDocument({
    data,
    wasmUrl: '/pdfjs/wasm/',
    standardFontDataUrl: '/pdfjs/standard_fonts/',
  }).promise;
  return {
    pages: pdf.numPages,
    async turn(number) {
      const page = await pdf.getPage(number);
      const viewport = page.getViewport({ scale });
      const canvas = canvasOf(viewport.width, viewport.height);
      await page.render({ canvas, viewport }).promise;
      return canvas;
    },
  };
}

async function ours(data: Uint8Array): Promise<Turner> {
  const document = await startPdfEngine().open(sourceOf(data)).document;
  const sizes = await sizesOf(document);
  const canvases = new CanvasPool();
  const shown: { readonly page: number; readonly canvas: HTMLCanvasElement }[] = [];
  return {
    pages: document.pages,
    async turn(page) {
      const { width, height } = pixelsOf(present(sizes[page - 1], 'the size'));
      const canvas = canvases.take(width, height);
      await document.draw(page, canvas).done;
      // As the viewer does: three pages stay decoded, and a canvas out of sight serves another page.
      shown.push({ page, canvas });
      const gone = shown.at(-2);
      if (gone !== undefined) canvases.give(gone.canvas);
      const former = shown.at(-4);
      if (former !== undefined) document.forget(former.page);
      return canvas;
    },
  };
}

/** As the viewer does it: the neighbours are drawn while a page is read. */
async function prepared(data: Uint8Array): Promise<Turner> {
  const document = await startPdfEngine().open(sourceOf(data)).document;
  const renders = new PageRenders(document, new CanvasPool(), (reason) => console.error(reason));
  const drawn = async (page: number): Promise<HTMLCanvasElement> => {
    const known = renders.canvasOf(page);
    if (known !== null) return known;
    await new Promise<void>((resolve) => {
      const stop = renders.subscribe(page, () => {
        stop();
        resolve();
      });
    });
    return present(renders.canvasOf(page), 'a drawing');
  };
  const want = async (pages: readonly number[]): Promise<void> => {
    const inside = pages.filter((page) => page >= 1 && page <= document.pages);
    const sizes = await Promise.all(
      inside.map(async (page) => ({ page, ...pixelsOf(await document.sizeOf(page)) })),
    );
    renders.want(sizes);
  };
  return {
    pages: document.pages,
    async prepare(page) {
      await want([page - 1, page]);
      await drawn(page);
    },
    async turn(page) {
      if (renders.canvasOf(page) === null) await want([page]);
      return await drawn(page);
    },
  };
}

async function pdfium(data: Uint8Array): Promise<Turner> {
  const pdf = await openPdfium(data);
  return {
    pages: pdf.pages,
    async turn(page) {
      const { data: pixels, width, height } = await pdf.draw(page, scale);
      const canvas = canvasOf(width, height);
      canvas.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
      return canvas;
    },
  };
}

/** The view measures the pages while it is read, so that a page is asked for by its size. */
function sizesOf(document: PdfDocument): Promise<readonly PageSize[]> {
  const { sizes } = new PageSizes(document, (run) => {
    const timer = setTimeout(run);
    return () => clearTimeout(timer);
  });
  return new Promise((resolve) => {
    sizes.subscribe(() => {
      const all = sizes.get();
      if (all.length > 0 && all.every(({ isMeasured }) => isMeasured)) resolve(all);
    });
  });
}

function sourceOf(data: Uint8Array): {
  readonly bytes: number;
  read(begin: number, end: number): Promise<Uint8Array>;
} {
  return { bytes: data.length, read: (begin, end) => Promise.resolve(data.slice(begin, end)) };
}

function pixelsOf({ width, height }: { readonly width: number; readonly height: number }) {
  // Sizes are in CSS pixels, 96 to the inch; the scale is of points, 72 to the inch.
  return { width: Math.floor(width * 0.75 * scale), height: Math.floor(height * 0.75 * scale) };
}

function canvasOf(width: number, height: number): HTMLCanvasElement {
  return Object.assign(document.createElement('canvas'), {
    width: Math.floor(width),
    height: Math.floor(height),
  });
}

/** Puts the canvas in the page's place and reads a pixel of it back, which waits for the drawing itself. */
function show(canvas: HTMLCanvasElement): void {
  const place = document.querySelector('main') ?? document.body.appendChild(document.createElement('main'));
  place.replaceChildren(canvas);
  const probe = canvasOf(1, 1).getContext('2d', { willReadFrequently: true });
  probe?.drawImage(canvas, canvas.width / 2, canvas.height / 2, 1, 1, 0, 0, 1, 1);
  if (probe?.getImageData(0, 0, 1, 1).data[3] !== 255) throw new Error('nothing has been drawn');
}
