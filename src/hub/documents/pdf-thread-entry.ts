/**
 * The thread in which files of unknown origin are parsed. It may be killed at any moment, so it owns nothing.
 * Its memory and time are limited from outside (pdf-thread.ts).
 */
import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { getDocument, PasswordException, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { must } from '../../shared/std/must.ts';
import { usableTitle } from './document-title.ts';
import type { Reading, ReadingRequest, ThreadMessage } from './pdf-reading.ts';

type Pdf = Awaited<ReturnType<typeof getDocument>['promise']>;

const port = parentPort;
must(port, 'this file is the entry of a thread');

port.on('message', (request: ReadingRequest) => {
  void read(request.bytes).then((reading) => {
    port.postMessage({ type: 'reading', id: request.id, reading } satisfies ThreadMessage);
  });
});
port.postMessage({ type: 'ready' } satisfies ThreadMessage);

async function read(bytes: Uint8Array): Promise<Reading> {
  // First the hash: the engine takes the buffer over.
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const loading = getDocument({
    data: bytes,
    verbosity: VerbosityLevel.ERRORS,
    enableXfa: false,
    stopAtErrors: true,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
  });
  try {
    return await readFacts(await loading.promise, sha256);
  } catch (error) {
    return { ok: false, code: error instanceof PasswordException ? 'document/encrypted' : 'document/broken' };
  } finally {
    await loading.destroy();
  }
}

async function readFacts(pdf: Pdf, sha256: string): Promise<Reading> {
  const { info, metadata } = await pdf.getMetadata();
  const facts = new Map<string, unknown>(Object.entries(info));
  // Set for every encrypted file, also for one that opens without a password and only forbids printing.
  if (facts.get('EncryptFilterName')) return { ok: false, code: 'document/encrypted' };
  if (pdf.numPages === 0) return { ok: false, code: 'document/empty' };
  await visitPages(pdf);
  return {
    ok: true,
    pages: pdf.numPages,
    title: usableTitle([facts.get('Title'), metadata?.get('dc:title')]),
    sha256,
  };
}

/** The page count is only a claim of the file; a seat must be able to reach every page of it. */
async function visitPages(pdf: Pdf): Promise<void> {
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    must(page.view.length === 4, `page ${number} has a size`);
    page.cleanup();
  }
}
