import type { IntakeRefusal } from './intake-refusal.ts';
import { checkPdfEnvelope } from './pdf-envelope.ts';
import { createPdfProcess, type PdfProcess } from './pdf-process.ts';
import type { PreparedPdf, ProcessLimits, Readings, Refusal } from './pdf-reading.ts';

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

export interface InspectionLimits extends ProcessLimits {
  /** Longest file accepted, in bytes. */
  readonly maxBytes: number;
  /** How many files are parsed at the same time; the others wait their turn. */
  readonly concurrent: number;
}

/** Inspects files with a few processes that it owns. Refusals are values; it does not throw, whatever the bytes are. */
export interface PdfInspector {
  /** Decides whether a file may become a document. */
  inspect(bytes: Uint8Array): Promise<Inspection>;
  /** Inspects a file on the disk, and writes beside it the copy to draw and the words, where there are any. */
  prepare(file: string, signal?: AbortSignal): Promise<PreparedPdf | Refusal>;
  /** Makes a PDF at `pdf` of the picture in `file`. */
  picture(file: string, pdf: string, signal?: AbortSignal): Promise<Readings['picture']>;
  /** Longest file accepted, so that a longer one need not be read at all. */
  readonly maxBytes: number;
  /** Kills the processes. */
  stop(): Promise<void>;
}

export const defaultInspectionLimits: InspectionLimits = {
  maxBytes: 200 * 1024 * 1024,
  timeoutMs: 20_000,
  memoryMiB: 512,
  processMiB: 2560,
  concurrent: 2,
};

/**
 * Makes an inspector. Its processes are started when needed and do not keep the hub alive while they are idle.
 *
 * @param limits what differs from {@link defaultInspectionLimits}
 */
export function createPdfInspector(limits: Partial<InspectionLimits> = {}): PdfInspector {
  const { maxBytes, concurrent, ...each } = { ...defaultInspectionLimits, ...limits };
  const processes = Array.from({ length: concurrent }, () => createPdfProcess(each));
  const idle = [...processes];
  const waiting: ((reader: PdfProcess) => void)[] = [];

  function take(): Promise<PdfProcess> {
    const reader = idle.pop();
    return reader ? Promise.resolve(reader) : new Promise((resolve) => waiting.push(resolve));
  }

  function giveBack(reader: PdfProcess): void {
    const next = waiting.shift();
    if (next) next(reader);
    else idle.push(reader);
  }

  async function withOne<Value>(work: (reader: PdfProcess) => Promise<Value>): Promise<Value> {
    const reader = await take();
    try {
      return await work(reader);
    } finally {
      giveBack(reader);
    }
  }

  return {
    maxBytes,
    async inspect(bytes) {
      const outside = checkPdfEnvelope(bytes, maxBytes);
      if (outside) return { ok: false, code: outside };
      const reading = await withOne((reader) => reader.read({ work: 'inspect', bytes }));
      return reading.ok ? { ...reading, bytes: bytes.length } : reading;
    },
    prepare: (file, signal) => withOne((reader) => reader.read({ work: 'prepare', file }, signal)),
    picture: (file, pdf, signal) => withOne((reader) => reader.read({ work: 'picture', file, pdf }, signal)),
    async stop() {
      await Promise.all(processes.map((each) => each.stop()));
    },
  };
}

/**
 * Inspects one file in a process of its own.
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
