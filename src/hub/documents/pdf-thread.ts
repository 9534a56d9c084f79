import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { slowness } from './pdf-process.ts';
import type {
  NumberedRequest,
  ProcessLimits,
  ReaderMessage,
  Reading,
  ReadingRequest,
} from './pdf-reading.ts';

/** A thread with a PDF engine, started when first needed and again after it has been killed. One reading at a time. */
export interface PdfThread {
  /** Does one work; never rejects, whatever the bytes do to the engine. */
  read(request: ReadingRequest): Promise<Reading>;
  /** Kills the thread. A reading under way answers `document/bomb`. */
  stop(): Promise<void>;
}

const entry = new URL('./pdf-thread-entry.ts', import.meta.url);
/** How often the memory outside the heap is looked at: the thread's own limits do not count it. */
const memoryCheckMs = 100;
/** An engine that is not loaded by then is not going to be. */
const loadTimeoutMs = 60_000;
const mebibyte = 1024 * 1024;

/** Makes a thread; nothing is started before the first reading. */
export function createPdfThread(limits: ProcessLimits): PdfThread {
  let running: { readonly worker: Worker; readonly ready: Promise<void> } | null = null;
  let lastId = 0;

  function start(): { readonly worker: Worker; readonly ready: Promise<void> } {
    if (running) return running;
    const worker = new Worker(entry, {
      resourceLimits: {
        maxOldGenerationSizeMb: limits.memoryMiB,
        maxYoungGenerationSizeMb: 32,
        stackSizeMb: 4,
      },
      // What an engine prints about a file may quote the file: it goes nowhere (reading it would keep the process alive).
      stdout: true,
      stderr: true,
    });
    // Each reading listens for itself; without this one, an error between two readings would end the process.
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      if (running?.worker === worker) running = null;
    });
    running = { worker, ready: firstMessage(worker) };
    return running;
  }

  async function kill(): Promise<void> {
    const worker = running?.worker;
    running = null;
    await worker?.terminate();
  }

  return {
    async read(request) {
      const { worker, ready } = start();
      worker.ref();
      lastId += 1;
      const numbered = { id: lastId, request };
      const reading = await ready.then(
        () => oneReading(worker, numbered, limits),
        () => null,
      );
      if (reading === null || reading === 'late') {
        await kill();
        return { ok: false, code: reading === 'late' ? 'document/timeout' : 'document/bomb' };
      }
      worker.unref();
      return reading;
    },
    stop: kill,
  };
}

/** Resolves when the engine is loaded; rejects when the thread ends before. */
function firstMessage(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => void worker.terminate(), loadTimeoutMs);
    worker.once('message', () => {
      clearTimeout(timer);
      resolve();
    });
    worker.once('exit', () => {
      clearTimeout(timer);
      reject(new Error('the PDF thread ended before its engine was loaded'));
    });
  });
}

/** Resolves to the reading, to `'late'` after the time limit, or to null when the thread died or took too much memory. */
function oneReading(
  worker: Worker,
  numbered: NumberedRequest,
  limits: ProcessLimits,
): Promise<Reading | 'late' | null> {
  const { request } = numbered;
  const length = request.work === 'inspect' ? request.bytes.length : lengthOf(request.file);
  // The file, a copy of it and the engine's own.
  const mostOutside = limits.memoryMiB * mebibyte + 6 * length;
  return new Promise((resolve) => {
    const settle = (outcome: Reading | 'late' | null): void => {
      clearTimeout(clock);
      clearInterval(watch);
      worker.off('message', hear);
      worker.off('exit', died);
      resolve(outcome);
    };
    const hear = (message: ReaderMessage): void => {
      if (message.type === 'reading' && message.id === numbered.id) settle(message.reading);
    };
    const died = (): void => settle(null);
    const clock = setTimeout(() => settle('late'), limits.timeoutMs * slowness[request.work]);
    const watch = setInterval(() => {
      worker.getHeapStatistics().then(
        ({ external_memory: outside }) => {
          if (outside > mostOutside) settle(null);
        },
        // The thread has ended, and its exit is heard next.
        () => undefined,
      );
    }, memoryCheckMs);
    worker.on('message', hear);
    worker.once('exit', died);
    worker.postMessage(numbered);
  });
}

function lengthOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
