import type { FrameLine } from './frame/frame-line.ts';
import { layText } from './lay-text.ts';
import type { OutlineEntry, PdfDocument, Run } from './pdf-document.ts';

interface Held {
  readonly line: FrameLine;
  /** The number of the document in the frame. */
  readonly number: number;
  readonly pages: number;
  readonly isWhole: boolean;
  /** Waits for what the document's bytes may make last for ever. */
  readonly watch: <Value>(work: Promise<Value>) => Promise<Value>;
}

/** A document that is open in the frame, as the window sees it. */
export class FramedDocument implements PdfDocument {
  readonly pages: number;
  readonly isWhole: boolean;
  readonly #line: FrameLine;
  readonly #number: number;
  readonly #watch: Held['watch'];

  constructor({ line, number, pages, isWhole, watch }: Held) {
    this.pages = pages;
    this.isWhole = isWhole;
    this.#line = line;
    this.#number = number;
    this.#watch = watch;
  }

  async sizeOf(page: number): ReturnType<PdfDocument['sizeOf']> {
    return await this.#line.ask(this.#number, { kind: 'size', page }).answer;
  }

  draw(page: number, canvas: HTMLCanvasElement): Run {
    const { width, height } = canvas;
    const call = this.#line.ask(this.#number, { kind: 'draw', page, width, height });
    return givenUp(call.cancel, async (over) => {
      // What has been given up is watched no longer: its answer never comes.
      const bitmap = await this.#watch(Promise.race([call.answer, over]));
      if (bitmap === null) return;
      // The pixels are handed over, not copied; the canvas keeps no other copy of them.
      canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap);
    });
  }

  layText(page: number, container: HTMLElement, scale: number): Run {
    container.style.setProperty('--total-scale-factor', String((scale * 96) / 72));
    const call = this.#line.ask(this.#number, { kind: 'text', page });
    const laying = layText(call.answer, container, aMoment);
    const cancel = (): void => {
      laying.cancel();
      call.cancel();
    };
    return givenUp(cancel, () => laying.done);
  }

  async textOf(page: number): Promise<string> {
    return await this.#line.ask(this.#number, { kind: 'words', page }).answer;
  }

  async outline(): Promise<readonly OutlineEntry[]> {
    return await this.#line.ask(this.#number, { kind: 'outline' }).answer;
  }

  forget(page: number): void {
    this.#line.forget(this.#number, page);
  }
}

/** Lets whatever waits go first. */
function aMoment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Work that is over as soon as it is given up, whatever then still comes of it; `over` resolves at that moment. */
function givenUp(stop: () => void, work: (over: Promise<null>) => Promise<void>): Run {
  const over = Promise.withResolvers<null>();
  let isOver = false;
  const done = Promise.race([work(over.promise), over.promise]).then(
    () => undefined,
    (reason: unknown) => {
      if (!isOver) throw reason;
    },
  );
  return {
    done,
    cancel() {
      isOver = true;
      stop();
      over.resolve(null);
    },
  };
}
