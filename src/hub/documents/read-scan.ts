import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tools } from './find-tools.ts';
import { tidyText } from './page-texts.ts';
import { runTool, type ToolLimits } from './run-tool.ts';

/** What reading one page may cost. */
const pageLimits: ToolLimits = { timeoutMs: 60_000, memoryMiB: 1024 };
/** Enough for letters of 9 points, and four times quicker than 400. */
const dotsPerInch = 200;

export interface Scan {
  /** The PDF whose pages are pictures. */
  readonly file: string;
  readonly pages: number;
  /** A folder for the pictures of this reading alone. */
  readonly folder: string;
  readonly ocr: NonNullable<Tools['ocr']>;
  readonly withoutNetwork: readonly string[];
  readonly signal: AbortSignal;
}

/**
 * Reads the words of a scan, page by page, with Tesseract in Vietnamese.
 *
 * @returns the words of every page; null when it was aborted: half a search is none
 */
export async function readScan(scan: Scan): Promise<readonly string[] | null> {
  const texts: string[] = [];
  for (let page = 1; page <= scan.pages; page += 1) {
    if (scan.signal.aborted) return null;
    texts.push(await readPage(scan, page));
  }
  return scan.signal.aborted ? null : texts;
}

/** A page that cannot be read has no words. */
async function readPage(scan: Scan, page: number): Promise<string> {
  const { folder, ocr, withoutNetwork, signal } = scan;
  const common = { folder, limits: pageLimits, signal, withoutNetwork };
  const at = String(page);
  const name = join(folder, `page-${at}`);
  const drawn = await runTool({
    ...common,
    program: ocr.pdftoppm,
    args: [
      '-r',
      String(dotsPerInch),
      '-gray',
      '-png',
      '-singlefile',
      '-scale-to',
      '3600',
      '-f',
      at,
      '-l',
      at,
      scan.file,
      name,
    ],
  });
  const picture = (await readdir(folder)).find((each) => each === `page-${at}.png`);
  if (drawn.ended !== 'well' || picture === undefined) return '';
  const read = await runTool({
    ...common,
    program: ocr.tesseract,
    args: [`${name}.png`, 'stdout', '-l', 'vie', '--psm', '3'],
  });
  await rm(`${name}.png`, { force: true });
  return read.ended === 'well' ? tidyText(read.output) : '';
}
