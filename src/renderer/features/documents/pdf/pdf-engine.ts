import type { FrameLine } from './frame/frame-line.ts';
import { startFrame, type PdfFrame } from './frame/start-frame.ts';
import { FramedDocument } from './framed-document.ts';
import { howToOpen } from './how-to-open.ts';
import { PatientReader } from './patient-reader.ts';
import type { Opening, PdfDocument, PdfEngine } from './pdf-document.ts';
import type { PdfSource } from './pdf-source.ts';
import { watchOver } from './watch-over.ts';

/** Opening or drawing that takes longer than this, waiting for bytes not counted, will never end. In milliseconds. */
const longestMs = 30_000;

/**
 * Starts pdf.js in a frame of its own, which has no origin, no network and no way here but a port. No script of a
 * document runs, no form is filled in and no link leads out, since only its drawing is used and none of its viewer.
 */
export function startPdfEngine(start: typeof startFrame = startFrame): PdfEngine {
  return new FramedEngine(start);
}

class FramedEngine implements PdfEngine {
  readonly #start: typeof startFrame;
  /** By number; a number is not given to a second document, not even of another frame. */
  readonly #open = new Map<number, { readonly reader: PatientReader; goes(): void }>();
  #lastNumber = 0;
  #frame: PdfFrame | null = null;

  constructor(start: typeof startFrame) {
    this.#start = start;
    this.#frame = this.#startFrame();
  }

  open(source: PdfSource): Opening {
    this.#frame ??= this.#startFrame();
    const frame = this.#frame;
    this.#lastNumber += 1;
    const number = this.#lastNumber;
    const reader = new PatientReader(source);
    const gone = Promise.withResolvers<void>();
    this.#open.set(number, { reader, goes: gone.resolve });
    return {
      document: this.#opened({ frame, number, reader, bytes: source.bytes }),
      gone: gone.promise,
      isWaiting: reader.isWaiting,
      close: () => {
        reader.close();
        this.#open.delete(number);
        frame.line.closeDocument(number);
      },
    };
  }

  close(): void {
    for (const { reader } of this.#open.values()) reader.close();
    this.#frame?.close();
    this.#frame = null;
  }

  async #opened({ frame, number, reader, bytes }: Place): Promise<PdfDocument> {
    const how = await howToOpen(bytes, (begin, end) => reader.read(begin, end));
    const watch = <Value>(work: Promise<Value>): Promise<Value> =>
      watchOver(work, { longestMs, isPaused: () => reader.isReading, onStuck: () => this.#giveUp(frame) });
    const made = (pages: number, isWhole: boolean): PdfDocument =>
      new FramedDocument({ line: frame.line, number, pages, isWhole, watch });
    if (how.way === 'ranges') {
      const question = { kind: 'open', length: bytes, data: null, rangeBytes: how.rangeBytes } as const;
      const spent = reader.spent(how.mostBytes);
      const opened = await Promise.race([watch(frame.line.ask(number, question).answer), spent]);
      if (opened !== 'spent') return made(opened.pages, how.isPacked);
      frame.line.closeDocument(number);
    }
    const data = await reader.read(0, bytes);
    // Closed meanwhile: nobody waits any more.
    if (data === null) return await new Promise<never>(() => undefined);
    const question = { kind: 'open', length: bytes, data, rangeBytes: bytes } as const;
    const { pages } = await watch(frame.line.ask(number, question, [data.buffer]).answer);
    return made(pages, true);
  }

  /** A document has hung pdf.js: whatever is open goes with it, and the next document starts a new one. */
  #giveUp(frame: PdfFrame): void {
    if (this.#frame !== frame) return;
    this.#frame = null;
    frame.close();
    const went = [...this.#open.values()];
    this.#open.clear();
    for (const { reader, goes } of went) {
      reader.close();
      goes();
    }
  }

  #startFrame(): PdfFrame {
    return this.#start(
      {
        bytes: async (document, begin, end) =>
          (await this.#open.get(document)?.reader.read(begin, end)) ?? null,
      },
      (reason) => console.error('pdf frame:', reason),
    );
  }
}

interface Place {
  readonly frame: { readonly line: FrameLine; close(): void };
  readonly number: number;
  readonly reader: PatientReader;
  readonly bytes: number;
}
