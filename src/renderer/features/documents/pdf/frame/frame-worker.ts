import { PDFWorker } from 'pdfjs-dist';
import { toFrame, type FromFrame, type ToFrame } from './frame-messages.ts';
import { FrameDocument } from './frame-document.ts';
import { FrameNeeds } from './frame-needs.ts';
import { openInFrame } from './open-in-frame.ts';

/** The worker inside the frame: pdf.js without its parser, which has a worker of its own, drawing on offscreen canvases. */

/** What the page of the frame begins with. */
interface Start {
  readonly parser: Blob;
  readonly type: WorkerType;
}

self.onmessage = ({ data, ports: [port] }: MessageEvent<Start>) => {
  self.onmessage = null;
  if (port !== undefined) serve(port, data);
};

function serve(port: MessagePort, { parser, type }: Start): void {
  const send = (message: FromFrame, transfer: Transferable[] = []): void =>
    port.postMessage(message, transfer);
  const needs = new FrameNeeds(send);
  const parserWorker = new Worker(URL.createObjectURL(parser), { type, name: 'pdf-parser' });
  // The types know of no port.
  const worker = new PDFWorker({ port: parserWorker as unknown as null });
  const documents = new Map<number, FrameDocument>();
  const calls = new Map<number, AbortController>();

  const answer = async ({ call, document, question }: Extract<ToFrame, { type: 'ask' }>): Promise<void> => {
    const abort = new AbortController();
    calls.set(call, abort);
    try {
      if (question.kind === 'open')
        documents.set(document, new FrameDocument(openInFrame(document, question, { worker, needs })));
      const value = await documents.get(document)?.answer(question, abort.signal);
      if (value === null) return;
      if (abort.signal.aborted && value instanceof ImageBitmap) return value.close();
      if (value === undefined) throw new Error('no such document');
      send({ type: 'answer', call, value }, value instanceof ImageBitmap ? [value] : []);
    } catch (reason) {
      send({ type: 'failed', call, reason: sentenceOf(reason) });
    } finally {
      calls.delete(call);
    }
  };

  const take = (message: ToFrame): void => {
    switch (message.type) {
      case 'ask':
        return void answer(message);
      case 'cancel':
        return calls.get(message.call)?.abort();
      case 'forget':
        return void documents.get(message.document)?.forget(message.page).catch(ignore);
      case 'close':
        void documents.get(message.document)?.close().catch(ignore);
        documents.delete(message.document);
        return;
      case 'supply':
        return needs.supply(message.need, message.bytes);
    }
  };

  port.onmessage = ({ data }) => {
    const message = toFrame.safeParse(data);
    if (message.success) take(message.data);
  };
  worker.promise.then(() => send({ type: 'ready' }), ignore);
}

function sentenceOf(reason: unknown): string {
  return (reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason)).slice(0, 2_000);
}

function ignore(): void {
  return;
}
