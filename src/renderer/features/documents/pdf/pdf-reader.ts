import { createSignal, type Stop, type Watchable } from '../../../../shared/std/signal.ts';
import { CanvasPool } from './canvas-pool.ts';
import { enginePool, type EnginePool } from './engine-pool.ts';
import { PageRenders } from './page-renders.ts';
import { PageSizes } from './page-sizes.ts';
import type { PdfDocument, PdfEngine } from './pdf-document.ts';
import type { PdfSource } from './pdf-source.ts';
import { whenIdle } from './when-idle.ts';

/** How far a document is on its way to the screen. */
export type PdfState =
  | { readonly phase: 'opening'; readonly isWaiting: boolean }
  | {
      readonly phase: 'open';
      readonly isWaiting: boolean;
      readonly source: PdfSource;
      readonly document: PdfDocument;
      readonly renders: PageRenders;
      readonly sizes: PageSizes;
    }
  /** The bytes are right and yet cannot be shown. */
  | { readonly phase: 'not-shown' };

export const opening: PdfState = { phase: 'opening', isWaiting: false };

/** Opens one document after another with one pdf.js, for one place on the screen. */
export class PdfReader {
  readonly #state = createSignal<PdfState>(opening);
  readonly #engines: Pick<EnginePool, 'take' | 'release'>;
  readonly #canvases = new CanvasPool();
  #engine: PdfEngine | null = null;

  constructor(engines: Pick<EnginePool, 'take' | 'release'> = enginePool) {
    this.#engines = engines;
  }

  /** The document opened last. */
  get state(): Watchable<PdfState> {
    return this.#state;
  }

  /** Keeps pdf.js warm until it is stopped. */
  run(): Stop {
    this.#engine ??= this.#engines.take();
    return () => {
      if (this.#engine !== null) this.#engines.release(this.#engine);
      this.#engine = null;
      this.#canvases.empty();
    };
  }

  /**
   * Opens a document, and closes it when stopped; to be called while running. One that the engine gave up is opened
   * once more, since it may have been another that hung; the second time it is not shown.
   */
  open(source: PdfSource): Stop {
    let stop = this.#open(source, () => {
      stop();
      stop = this.#open(source, () => this.#state.set({ phase: 'not-shown' }));
    });
    return () => stop();
  }

  #open(source: PdfSource, onGone: () => void): Stop {
    this.#engine ??= this.#engines.take();
    const task = this.#engine.open(source);
    let close = (): void => undefined;
    let isOver = false;
    const show = (state: PdfState): void => {
      if (!isOver) this.#state.set(state);
    };
    const stopWaiting = task.isWaiting.subscribe((isWaiting) => {
      const state = this.#state.get();
      if (state.phase !== 'not-shown') show({ ...state, isWaiting });
    });
    void task.gone.then(() => isOver || onGone());
    task.document.then(
      (document) => {
        if (isOver) return;
        const renders = new PageRenders(document, this.#canvases, (reason) =>
          console.error('pdf page:', reason),
        );
        const sizes = new PageSizes(document, whenIdle);
        close = () => {
          renders.close();
          sizes.close();
        };
        show({ phase: 'open', source, document, renders, sizes, isWaiting: task.isWaiting.get() });
      },
      (reason: unknown) => {
        if (!isOver) console.error('pdf:', reason);
        show({ phase: 'not-shown' });
      },
    );
    return () => {
      isOver = true;
      stopWaiting();
      close();
      task.close();
      this.#state.set(opening);
    };
  }
}
