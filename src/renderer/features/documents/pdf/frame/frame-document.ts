import { RenderingCancelledException, type PDFDocumentLoadingTask, type PDFPageProxy } from 'pdfjs-dist';
import type { OutlineEntry } from '../pdf-document.ts';
import type { Answers, Question } from './frame-messages.ts';
import { readOutline } from './outline.ts';
import { placeText, type TextRun } from './text-places.ts';

/** Points of a PDF to CSS pixels. */
const pixelsPerPoint = 96 / 72;

/** After so many drawings the fonts and forms that pdf.js shares between pages are dropped, or they pile up for ever. */
const drawingsBetweenCleanups = 40;

/** The family and height in which natural widths are measured; see `placeText`. */
const measuredHeight = 100;

/** A document that is open in the frame. */
export class FrameDocument {
  readonly #task: PDFDocumentLoadingTask;
  readonly #measureContext = new OffscreenCanvas(1, 1).getContext('2d');
  #drawing = 0;
  #drawn = 0;

  constructor(task: PDFDocumentLoadingTask) {
    this.#task = task;
  }

  /** Answers a question; null when it has been cancelled meanwhile. */
  async answer(
    asked: Question,
    signal: AbortSignal,
  ): Promise<Answers[Question['kind']] | readonly OutlineEntry[] | null> {
    const document = await this.#task.promise;
    if (signal.aborted) return null;
    switch (asked.kind) {
      case 'open':
        return { pages: document.numPages };
      case 'outline':
        return await readOutline(document);
      case 'size': {
        const page = await document.getPage(asked.page);
        const { width, height } = page.getViewport({ scale: pixelsPerPoint });
        return { width, height };
      }
      case 'draw':
        return await this.#draw(await document.getPage(asked.page), asked, signal);
      case 'text':
        return await this.#textOf(await document.getPage(asked.page));
      case 'words':
        return await wordsOf(await document.getPage(asked.page));
    }
  }

  /** Frees what drawing a page has left in memory. */
  async forget(page: number): Promise<void> {
    // A page that was never opened has left nothing; opening it just for this would be absurd, but costs little.
    (await (await this.#task.promise).getPage(page)).cleanup();
    if (this.#drawn < drawingsBetweenCleanups || this.#drawing > 0) return;
    this.#drawn = 0;
    await (await this.#task.promise).cleanup();
  }

  async close(): Promise<void> {
    await this.#task.destroy();
  }

  async #draw(
    page: PDFPageProxy,
    { width, height }: Extract<Question, { kind: 'draw' }>,
    signal: AbortSignal,
  ): Promise<ImageBitmap | null> {
    if (signal.aborted) return null;
    const canvas = new OffscreenCanvas(width, height);
    const scale = width / page.getViewport({ scale: 1 }).width;
    // An offscreen canvas does all that pdf.js asks of a canvas.
    const surface = canvas as unknown as HTMLCanvasElement;
    const task = page.render({ canvas: surface, viewport: page.getViewport({ scale }) });
    const cancel = (): void => task.cancel();
    signal.addEventListener('abort', cancel);
    this.#drawing += 1;
    try {
      await task.promise;
      return canvas.transferToImageBitmap();
    } catch (reason) {
      if (reason instanceof RenderingCancelledException) return null;
      throw reason;
    } finally {
      this.#drawing -= 1;
      this.#drawn += 1;
      signal.removeEventListener('abort', cancel);
      // Its pixels would otherwise stay until the next collection, which a worker at rest is in no hurry for.
      canvas.width = canvas.height = 0;
    }
  }

  async #textOf(page: PDFPageProxy): Promise<Answers['text']> {
    const { items, styles } = await page.getTextContent();
    const runs = items.flatMap((item): TextRun[] => {
      if (!('str' in item)) return [];
      const style = styles[item.fontName];
      const family = style?.fontFamily ?? 'sans-serif';
      return [
        { ...item, transform: item.transform as number[], family, isVertical: style?.vertical ?? false },
      ];
    });
    return placeText(runs, page.getViewport({ scale: 1 }), (text, family) => this.#measure(text, family));
  }

  #measure(text: string, family: string): number {
    const context = this.#measureContext;
    if (context === null || text === '') return 0;
    const font = `${measuredHeight}px ${family}`;
    if (context.font !== font) context.font = font;
    return context.measureText(text).width;
  }
}

async function wordsOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  const words = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''));
  return words.join('').normalize('NFC');
}
