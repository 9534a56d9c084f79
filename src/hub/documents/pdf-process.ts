import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ProcessLimits, ReaderMessage, Reading, ReadingRequest, Readings } from './pdf-reading.ts';

/** A process with a PDF engine, started when first needed and again after it has ended. One work at a time. */
export interface PdfProcess {
  /**
   * Does one work; never rejects, whatever the bytes do to the engine. Aborting kills the process, and the work answers
   * as if the file were broken.
   */
  read<Request extends ReadingRequest>(
    request: Request,
    signal?: AbortSignal,
  ): Promise<Readings[Request['work']]>;
  /** Kills the process. */
  stop(): Promise<void>;
}

const entry = fileURLToPath(new URL('./pdf-process-entry.ts', import.meta.url));
/** For the guard alone; its thread has limits of its own. */
const guardHeapMiB = 256;
/** What a process that still listens to nobody is given beyond the time of its thread, its engine's loading included. */
const graceMs = 60_000;

/** Makes a process; nothing is started before the first work. */
export function createPdfProcess(limits: ProcessLimits): PdfProcess {
  let running: ChildProcess | null = null;
  let lastId = 0;

  function start(): ChildProcess {
    if (running !== null) return running;
    const child = fork(entry, [JSON.stringify(limits)], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${guardHeapMiB}`],
      // What an engine prints about a file may quote the file: it goes nowhere.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.on('error', () => undefined);
    child.once('exit', () => {
      if (running === child) running = null;
    });
    running = child;
    return child;
  }

  function kill(): void {
    const child = running;
    running = null;
    child?.kill('SIGKILL');
  }

  return {
    async read<Request extends ReadingRequest>(request: Request, signal?: AbortSignal) {
      const child = start();
      hold(child, true);
      lastId += 1;
      const reading = await oneReading(
        child,
        { id: lastId, request },
        limits.timeoutMs * slowness[request.work] + graceMs,
        signal,
      );
      if (typeof reading !== 'object') {
        kill();
        return { ok: false, code: reading === 'late' ? 'document/timeout' : 'document/bomb' } as const;
      }
      hold(child, false);
      // The process answers each work with its own reading.
      return reading as Readings[Request['work']];
    },
    stop: async () => kill(),
  };
}

/** How much longer than an inspection a work may take. */
export const slowness: Readonly<Record<ReadingRequest['work'], number>> = {
  inspect: 1,
  prepare: 6,
  picture: 2,
};

/** An idle process does not keep the hub alive. */
function hold(child: ChildProcess, isBusy: boolean): void {
  if (isBusy) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}

/** Resolves to the reading, to `'late'` after the time limit, or to `'ended'` when the process is gone. */
function oneReading(
  child: ChildProcess,
  numbered: { readonly id: number; readonly request: ReadingRequest },
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<Reading | 'late' | 'ended'> {
  return new Promise((resolve) => {
    const settle = (outcome: Reading | 'late' | 'ended'): void => {
      clearTimeout(clock);
      child.off('message', hear);
      child.off('exit', ended);
      signal?.removeEventListener('abort', ended);
      resolve(outcome);
    };
    const hear = (message: unknown): void => {
      const { type, ...rest } = message as ReaderMessage;
      if (type === 'reading' && 'id' in rest && rest.id === numbered.id) settle(rest.reading);
    };
    const ended = (): void => settle('ended');
    const clock = setTimeout(() => settle('late'), timeoutMs);
    child.on('message', hear);
    child.once('exit', ended);
    signal?.addEventListener('abort', ended);
    if (signal?.aborted === true) return ended();
    child.send(numbered, (error) => {
      if (error !== null) ended();
    });
  });
}
