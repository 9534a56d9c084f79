import { createSignal, type Watchable } from '../../../../shared/std/signal.ts';
import type { PdfSource } from './pdf-source.ts';

/** Bytes that are not held are asked for again after this, in milliseconds. */
const askAgainMs = 1_000;

/** At most so many bytes are asked for at once; a longer stretch is put together. */
const longestRead = 1024 * 1024;

/** So many stretches are on their way at a time: one is opened while another travels. */
const atOnce = 3;

/** Reads a source patiently: what is not held now is waited for, and `isWaiting` says so meanwhile. */
export class PatientReader {
  readonly #source: PdfSource;
  readonly #isWaiting = createSignal(false);
  #waiting = 0;
  #reading = 0;
  #bytesRead = 0;
  #limit: { readonly bytes: number; readonly tell: (spent: 'spent') => void } | null = null;
  #isClosed = false;

  constructor(source: PdfSource) {
    this.#source = source;
  }

  /** True while some bytes have been asked for in vain. */
  get isWaiting(): Watchable<boolean> {
    return this.#isWaiting;
  }

  /** True while anything is being read. */
  get isReading(): boolean {
    return this.#reading > 0;
  }

  /** Resolves when more than `bytes` have been read in all. */
  spent(bytes: number): Promise<'spent'> {
    return new Promise((tell) => {
      this.#limit = { bytes, tell };
    });
  }

  /** The bytes `[begin, end)`, however long they take; null once the reader has been closed. */
  async read(begin: number, end: number): Promise<Uint8Array<ArrayBuffer> | null> {
    const all = new Uint8Array(end - begin);
    let next = begin;
    const readOn = async (): Promise<boolean> => {
      while (next < end) {
        const at = next;
        next = Math.min(end, at + longestRead);
        // oxlint-disable-next-line no-await-in-loop
        const piece = await this.#readPiece(at, next);
        if (piece === null) return false;
        all.set(piece, at - begin);
      }
      return true;
    };
    this.#reading += 1;
    this.#bytesRead += end - begin;
    if (this.#limit !== null && this.#bytesRead > this.#limit.bytes) this.#limit.tell('spent');
    try {
      const readers = Array.from({ length: atOnce }, readOn);
      return (await Promise.all(readers)).every(Boolean) ? all : null;
    } finally {
      this.#reading -= 1;
    }
  }

  close(): void {
    this.#isClosed = true;
  }

  async #readPiece(begin: number, end: number): Promise<Uint8Array | null> {
    let isFirst = true;
    while (!this.#isClosed) {
      // oxlint-disable-next-line no-await-in-loop
      const bytes = await this.#source.read(begin, end).catch(() => null);
      if (bytes !== null && bytes.length === end - begin) {
        if (!isFirst) this.#count(-1);
        return bytes;
      }
      if (isFirst) this.#count(1);
      isFirst = false;
      // oxlint-disable-next-line no-await-in-loop
      await new Promise((resolve) => setTimeout(resolve, askAgainMs));
    }
    return null;
  }

  #count(change: 1 | -1): void {
    this.#waiting += change;
    this.#isWaiting.set(this.#waiting > 0);
  }
}
