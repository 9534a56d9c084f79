import type { Stop } from '../../../../shared/std/signal.ts';
import type { PdfEngine } from './pdf-document.ts';
import { startPdfEngine } from './pdf-engine.ts';
import { whenIdle } from './when-idle.ts';

/**
 * Where engines of pdf.js come from. Starting one takes longer than opening a document; where papers are what a window
 * is for, one that has opened nothing yet waits for the next reader. None goes from reader to reader: its process ends
 * with what it has read.
 */
export class EnginePool {
  readonly #start: () => PdfEngine;
  readonly #whenIdle: (run: () => void) => Stop;
  #waiting: PdfEngine | null = null;
  #keepsOne = false;
  #taken = 0;

  constructor(start: () => PdfEngine = startPdfEngine, idle: (run: () => void) => Stop = whenIdle) {
    this.#start = start;
    this.#whenIdle = idle;
  }

  /** Has one wait from now on, whenever none is in use. */
  keepOne(): void {
    this.#keepsOne = true;
    this.#fill();
  }

  /** The one that waits, or a new one; to be given to {@link release} when it is done with. */
  take(): PdfEngine {
    const engine = this.#waiting ?? this.#start();
    this.#waiting = null;
    this.#taken += 1;
    return engine;
  }

  /** Closes an engine with all that it has open. */
  release(engine: PdfEngine): void {
    engine.close();
    this.#taken -= 1;
    if (this.#keepsOne) this.#whenIdle(() => this.#fill());
  }

  #fill(): void {
    if (this.#taken === 0) this.#waiting ??= this.#start();
  }
}

/** That of this window. */
export const enginePool = new EnginePool();
