import type { Asset, FromFrame } from './frame-messages.ts';

/** What the frame has asked its window for and waits for. The frame itself can load nothing. */
export class FrameNeeds {
  readonly #send: (message: FromFrame) => void;
  readonly #waiting = new Map<number, (bytes: Uint8Array | null) => void>();
  #last = 0;

  constructor(send: (message: FromFrame) => void) {
    this.#send = send;
  }

  /** Bytes `[begin, end)` of a document; null once it has been closed. */
  bytes(document: number, begin: number, end: number): Promise<Uint8Array | null> {
    return this.#need((need) => ({ type: 'need-bytes', need, document, begin, end }));
  }

  /** A file of pdf.js; null when there is none of that name. */
  asset(asset: Asset): Promise<Uint8Array | null> {
    return this.#need((need) => ({ type: 'need-asset', need, asset }));
  }

  /** The window has answered. */
  supply(need: number, bytes: Uint8Array | null): void {
    this.#waiting.get(need)?.(bytes);
    this.#waiting.delete(need);
  }

  #need(make: (need: number) => FromFrame): Promise<Uint8Array | null> {
    this.#last += 1;
    const need = this.#last;
    return new Promise((resolve) => {
      this.#waiting.set(need, resolve);
      this.#send(make(need));
    });
  }
}
