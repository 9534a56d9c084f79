/**
 * The thread in which files of unknown origin are parsed. It may be killed at any moment, so it owns nothing.
 * Its memory and time are limited from outside (pdf-thread.ts, pdf-process.ts).
 */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { must } from '../../shared/std/must.ts';
import { Refused } from './intake-refusal.ts';
import { isSearchable, readPageTexts, textBlob } from './page-texts.ts';
import { refuseTooManyObjects } from './pdf-bombs.ts';
import { checkPdfEnvelope } from './pdf-envelope.ts';
import { readFacts, withPdf, type Pdf } from './pdf-facts.ts';
import type {
  NumberedRequest,
  PdfFacts,
  PreparedPdf,
  ReaderMessage,
  Reading,
  ReadingRequest,
} from './pdf-reading.ts';
import { pictureToPdf } from './picture-to-pdf.ts';
import { makeViewCopy } from './view-copy.ts';

const port = parentPort;
must(port, 'this file is the entry of a thread');

port.on('message', ({ id, request }: NumberedRequest) => {
  void answer(request).then((reading) => {
    port.postMessage({ type: 'reading', id, reading } satisfies ReaderMessage);
  });
});
port.postMessage({ type: 'ready' } satisfies ReaderMessage);

async function answer(request: ReadingRequest): Promise<Reading> {
  try {
    return await work(request);
  } catch (error) {
    return { ok: false, code: error instanceof Refused ? error.code : 'document/broken' };
  }
}

async function work(request: ReadingRequest): Promise<Reading> {
  switch (request.work) {
    case 'inspect':
      return await inspect(request.bytes);
    case 'prepare':
      return await prepare(request.file);
    case 'picture':
      await writeFile(request.pdf, await pictureToPdf(await readFile(request.file)));
      return { ok: true };
  }
}

async function inspect(bytes: Uint8Array): Promise<PdfFacts> {
  const { facts } = await readPdf(bytes, async () => null);
  return facts;
}

async function readPdf<More>(
  bytes: Uint8Array,
  more: (pdf: Pdf) => Promise<More>,
): Promise<{ readonly facts: PdfFacts; readonly more: More }> {
  refuseTooManyObjects(bytes);
  // First the hash: the engine takes the buffer over.
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return await withPdf(Uint8Array.from(bytes), async (pdf) => ({
    facts: { ok: true, ...(await readFacts(pdf)), sha256 },
    more: await more(pdf),
  }));
}

async function prepare(file: string): Promise<PreparedPdf> {
  const bytes = await readFile(file);
  const outside = checkPdfEnvelope(bytes, Number.MAX_SAFE_INTEGER);
  if (outside !== null) throw new Refused(outside);
  const { facts, more: seen } = await readPdf(bytes, look);
  const copy = await makeViewCopy(bytes, facts.pages);
  const isSame = copy.bytes === null || (await showsTheSame(copy.bytes, seen));
  if (!isSame && copy.removed.length > 0) throw new Refused('document/unsafe');
  const viewFile = copy.bytes === null || !isSame ? null : `${file}.view`;
  if (viewFile !== null && copy.bytes !== null) await writeFile(viewFile, copy.bytes);
  const hasWords = isSearchable(seen.texts, copy.pictureShare);
  const textFile = hasWords ? `${file}.text` : null;
  if (textFile !== null) await writeFile(textFile, textBlob(seen.texts));
  return { ...facts, viewFile, textFile, searchable: hasWords ? 'text' : 'none', removed: copy.removed };
}

/** What a person would see of a file, as far as it is cheap to compare. */
interface Look {
  readonly texts: readonly string[];
  readonly sizes: readonly string[];
  /** What is drawn on the first and on the last page. */
  readonly drawing: string;
}

async function look(pdf: Pdf): Promise<Look> {
  const sizes: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    sizes.push([...page.view, page.rotate, page.userUnit].join(' '));
  }
  const ends = await Promise.all([drawingOf(pdf, 1), drawingOf(pdf, pdf.numPages)]);
  return { texts: await readPageTexts(pdf), sizes, drawing: ends.join('\n') };
}

async function drawingOf(pdf: Pdf, number: number): Promise<string> {
  const page = await pdf.getPage(number);
  const { fnArray } = await page.getOperatorList({ annotationMode: 0 });
  page.cleanup();
  return fnArray.join(' ');
}

/** A copy that shows anything else than its record is worse than none. */
async function showsTheSame(copy: Uint8Array, before: Look): Promise<boolean> {
  try {
    const after = await withPdf(Uint8Array.from(copy), look);
    return JSON.stringify(after) === JSON.stringify(before);
  } catch {
    return false;
  }
}
