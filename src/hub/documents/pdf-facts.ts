import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument, PasswordException, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { must } from '../../shared/std/must.ts';
import { usableTitle } from './document-title.ts';
import { Refused } from './intake-refusal.ts';
import { longestSide, mostPages } from './pdf-limits.ts';

type Loading = ReturnType<typeof getDocument>;
export type Pdf = Awaited<Loading['promise']>;

const engine = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/**
 * Opens a file with the engine for as long as `read` works on it.
 *
 * @param bytes the whole file; the engine takes the buffer over
 * @throws Refused when it does not open
 */
export async function withPdf<Value>(bytes: Uint8Array, read: (pdf: Pdf) => Promise<Value>): Promise<Value> {
  const loading = getDocument({
    data: bytes,
    verbosity: VerbosityLevel.ERRORS,
    enableXfa: false,
    stopAtErrors: true,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    cMapUrl: `${join(engine, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(engine, 'standard_fonts')}/`,
  });
  try {
    return await read(await loading.promise);
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(error instanceof PasswordException ? 'document/encrypted' : 'document/broken');
  } finally {
    await loading.destroy();
  }
}

/** Visits every page and gives their number and the title. */
export async function readFacts(
  pdf: Pdf,
): Promise<{ readonly pages: number; readonly title: string | null }> {
  const { info, metadata } = await pdf.getMetadata();
  const facts = new Map<string, unknown>(Object.entries(info));
  // Set for every encrypted file, also for one that opens without a password and only forbids printing.
  if (facts.get('EncryptFilterName')) throw new Refused('document/encrypted');
  if (pdf.numPages === 0) throw new Refused('document/empty');
  if (pdf.numPages > mostPages) throw new Refused('document/too-many-pages');
  await visitPages(pdf);
  const title = usableTitle([facts.get('Title'), metadata?.get('dc:title')]);
  return { pages: pdf.numPages, title };
}

/** The page count is only a claim of the file; a seat must be able to reach every page of it, and to show it. */
async function visitPages(pdf: Pdf): Promise<void> {
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    must(page.view.length === 4, `page ${number} has a size`);
    const { width, height } = page.getViewport({ scale: 1 });
    if (!(Math.max(width, height) * page.userUnit <= longestSide)) throw new Refused('document/page-too-big');
    page.cleanup();
  }
}
