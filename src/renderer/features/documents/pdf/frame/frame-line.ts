import {
  answers,
  fromFrame,
  type Answers,
  type Asset,
  type Question,
  type ToFrame,
} from './frame-messages.ts';

/** The window's end of the port. */
export interface FramePort {
  postMessage(message: ToFrame, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
  close(): void;
}

/** Where the frame's needs are met. Bytes that are given are handed over and gone on this side. */
export interface Supplies {
  /** Bytes `[begin, end)` of a document; null when it has been closed. */
  bytes(document: number, begin: number, end: number): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Null when there is no such file. */
  asset(asset: Asset): Promise<Uint8Array<ArrayBuffer> | null>;
}

/** A question on its way. */
export interface Call<Kind extends Question['kind']> {
  /** Rejects when the frame says so, when its answer makes no sense, and when the line ends. */
  readonly answer: Promise<Answers[Kind]>;
  /** The answer is not wanted any more; it then never comes. */
  cancel(): void;
}

interface Waiting {
  readonly kind: Question['kind'];
  resolve(value: unknown): void;
  reject(reason: Error): void;
}

/** Asks the frame, and gives it what it needs. Nothing that the frame says goes further unparsed. */
export class FrameLine {
  readonly ready: Promise<void>;
  readonly #port: FramePort;
  readonly #supplies: Supplies;
  readonly #onTrouble: (reason: unknown) => void;
  readonly #waiting = new Map<number, Waiting>();
  #lastCall = 0;
  #isClosed = false;

  constructor(port: FramePort, supplies: Supplies, onTrouble: (reason: unknown) => void) {
    this.#port = port;
    this.#supplies = supplies;
    this.#onTrouble = onTrouble;
    const ready = Promise.withResolvers<void>();
    this.ready = ready.promise;
    port.onmessage = ({ data }) => {
      const parsed = fromFrame.safeParse(data);
      if (!parsed.success) return this.#onTrouble(parsed.error);
      const message = parsed.data;
      switch (message.type) {
        case 'ready':
          return ready.resolve();
        case 'answer':
          return this.#take(message.call, message.value);
        case 'failed':
          return this.#waitingFor(message.call)?.reject(new Error(message.reason));
        case 'need-bytes':
          return this.#supply(
            message.need,
            this.#supplies.bytes(message.document, message.begin, message.end),
          );
        case 'need-asset':
          return this.#supply(message.need, this.#supplies.asset(message.asset));
      }
    };
  }

  ask<Asked extends Question>(
    document: number,
    question: Asked,
    transfer: Transferable[] = [],
  ): Call<Asked['kind']> {
    this.#lastCall += 1;
    const call = this.#lastCall;
    const answer = new Promise<unknown>((resolve, reject) => {
      if (this.#isClosed) return reject(new Error('the frame has gone'));
      this.#waiting.set(call, { kind: question.kind, resolve, reject });
      this.#port.postMessage({ type: 'ask', call, document, question }, transfer);
    });
    return {
      // The answer has been parsed as one to this kind of question.
      answer: answer as Promise<Answers[Asked['kind']]>,
      cancel: () => {
        if (this.#waiting.delete(call)) this.#port.postMessage({ type: 'cancel', call }, []);
      },
    };
  }

  forget(document: number, page: number): void {
    if (!this.#isClosed) this.#port.postMessage({ type: 'forget', document, page }, []);
  }

  closeDocument(document: number): void {
    if (!this.#isClosed) this.#port.postMessage({ type: 'close', document }, []);
  }

  /** Ends the line; whoever waits is told. */
  close(): void {
    this.#isClosed = true;
    this.#port.onmessage = null;
    this.#port.close();
    for (const { reject } of this.#waiting.values()) reject(new Error('the frame has gone'));
    this.#waiting.clear();
  }

  #take(call: number, value: unknown): void {
    const waiting = this.#waitingFor(call);
    // A drawing that nobody waits for any more would otherwise stay until the next collection.
    if (waiting === undefined) return freeBitmap(value);
    const parsed = answers[waiting.kind].safeParse(value);
    if (parsed.success) waiting.resolve(parsed.data);
    else waiting.reject(parsed.error);
  }

  #waitingFor(call: number): Waiting | undefined {
    const waiting = this.#waiting.get(call);
    this.#waiting.delete(call);
    return waiting;
  }

  #supply(need: number, given: Promise<Uint8Array<ArrayBuffer> | null>): void {
    given
      .catch((reason: unknown) => {
        this.#onTrouble(reason);
        return null;
      })
      .then((bytes) => {
        if (this.#isClosed) return;
        this.#port.postMessage({ type: 'supply', need, bytes }, bytes === null ? [] : [bytes.buffer]);
      })
      .catch(this.#onTrouble);
  }
}

function freeBitmap(value: unknown): void {
  if (typeof ImageBitmap !== 'undefined' && value instanceof ImageBitmap) value.close();
}
