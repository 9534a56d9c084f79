import type { IntakeRefusal } from './intake-refusal.ts';
import { checkPdfEnvelope } from './pdf-envelope.ts';
import { createPdfThread, type PdfThread, type ReadingLimits } from './pdf-thread.ts';

/** The facts of an accepted file, or the code of its refusal. */
export type Inspection =
  | {
      readonly ok: true;
      readonly pages: number;
      /** Title carried by the file, in NFC; null when there is none or it says nothing. */
      readonly title: string | null;
      /** Length of the file. */
      readonly bytes: number;
      /** Lower-case hexadecimal. */
      readonly sha256: string;
    }
  | { readonly ok: false; readonly code: IntakeRefusal };

export interface InspectionLimits extends ReadingLimits {
  /** Longest file accepted, in bytes. */
  readonly maxBytes: number;
  /** How many files are parsed at the same time; the others wait their turn. */
  readonly concurrent: number;
}

/** Inspects files with a few threads that it owns. */
export interface PdfInspector {
  /** Decides whether a file may become a document. Refusals are values; it does not throw, whatever the bytes are. */
  inspect(bytes: Uint8Array): Promise<Inspection>;
  /** Longest file accepted, so that a longer one need not be read at all. */
  readonly maxBytes: number;
  /** Kills the threads. */
  stop(): Promise<void>;
}

export const defaultInspectionLimits: InspectionLimits = {
  maxBytes: 200 * 1024 * 1024,
  timeoutMs: 20_000,
  memoryMiB: 384,
  concurrent: 2,
};

/**
 * Makes an inspector. Its threads are started when needed and do not keep the process alive while they are idle.
 *
 * @param limits what differs from {@link defaultInspectionLimits}
 */
export function createPdfInspector(limits: Partial<InspectionLimits> = {}): PdfInspector {
  const within = { ...defaultInspectionLimits, ...limits };
  const threads = Array.from({ length: within.concurrent }, () => createPdfThread(within));
  const idle = [...threads];
  const waiting: ((thread: PdfThread) => void)[] = [];

  function take(): Promise<PdfThread> {
    const thread = idle.pop();
    return thread ? Promise.resolve(thread) : new Promise((resolve) => waiting.push(resolve));
  }

  function giveBack(thread: PdfThread): void {
    const next = waiting.shift();
    if (next) next(thread);
    else idle.push(thread);
  }

  return {
    maxBytes: within.maxBytes,
    async inspect(bytes) {
      const outside = checkPdfEnvelope(bytes, within.maxBytes);
      if (outside) return { ok: false, code: outside };
      const thread = await take();
      try {
        const reading = await thread.read(bytes);
        return reading.ok ? { ...reading, bytes: bytes.length } : reading;
      } finally {
        giveBack(thread);
      }
    },
    async stop() {
      await Promise.all(threads.map((thread) => thread.stop()));
    },
  };
}

/**
 * Inspects one file in a thread of its own.
 *
 * @param bytes the whole file
 * @param limits what differs from {@link defaultInspectionLimits}
 */
export async function inspectPdf(
  bytes: Uint8Array,
  limits: Partial<InspectionLimits> = {},
): Promise<Inspection> {
  const inspector = createPdfInspector({ ...limits, concurrent: 1 });
  try {
    return await inspector.inspect(bytes);
  } finally {
    await inspector.stop();
  }
}
