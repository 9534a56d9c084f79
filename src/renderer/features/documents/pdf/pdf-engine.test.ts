import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FrameLine, type FramePort } from './frame/frame-line.ts';
import type { PdfFrame } from './frame/start-frame.ts';
import type { ToFrame } from './frame/frame-messages.ts';
import type { PdfSource } from './pdf-source.ts';
import { startPdfEngine } from './pdf-engine.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A frame that opens every document with ten pages, and draws none. */
class SilentFrame implements PdfFrame {
  readonly asked: ToFrame[] = [];
  isClosed = false;
  readonly #port: FramePort = {
    onmessage: null,
    close: () => undefined,
    postMessage: (message) => {
      this.asked.push(message);
      if (message.type !== 'ask' || message.question.kind !== 'open') return;
      const data = { type: 'answer', call: message.call, value: { pages: 10 } };
      queueMicrotask(() => this.#port.onmessage?.({ data } as MessageEvent<unknown>));
    },
  };
  readonly line = new FrameLine(
    this.#port,
    { bytes: async () => null, asset: async () => null },
    () => undefined,
  );
  close(): void {
    this.isClosed = true;
    this.line.close();
  }
}

const source: PdfSource = { bytes: 100, read: async (begin, end) => new Uint8Array(end - begin) };
const canvas = { width: 10, height: 10 } as HTMLCanvasElement;

function engineWithFrames() {
  const frames: SilentFrame[] = [];
  const engine = startPdfEngine(() => {
    const frame = new SilentFrame();
    frames.push(frame);
    return frame;
  });
  return { engine, frames };
}

describe('the engine', () => {
  it('does not take a drawing that was given up for one that hangs', async () => {
    const { engine, frames } = engineWithFrames();
    const document = await engine.open(source).document;
    const run = document.draw(1, canvas);
    run.cancel();
    await run.done;
    await vi.advanceTimersByTimeAsync(120_000);
    expect(frames.map(({ isClosed }) => isClosed)).toEqual([false]);
  });

  it('gives up what hangs, tells of it, and opens the next document in a new frame under a new number', async () => {
    const { engine, frames } = engineWithFrames();
    const opening = engine.open(source);
    const document = await opening.document;
    const gone = vi.fn<() => void>();
    void opening.gone.then(gone);
    const failed = document.draw(1, canvas).done.catch(String);
    await vi.advanceTimersByTimeAsync(29_000);
    expect(gone).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await failed).toContain('30000 ms');
    expect(gone).toHaveBeenCalledOnce();
    const again = engine.open(source);
    opening.close();
    expect((await again.document).pages).toBe(10);
    expect(frames.map(({ isClosed }) => isClosed)).toEqual([true, false]);
    const numbers = frames.flatMap(({ asked }) =>
      asked.flatMap((message) =>
        message.type === 'ask' && message.question.kind === 'open' ? [message.document] : [],
      ),
    );
    expect(numbers).toEqual([1, 2]);
  });
});
