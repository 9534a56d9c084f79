import { mostLetters } from './pdf-limits.ts';
import type { Pdf } from './pdf-facts.ts';

/** A page with fewer letters says nothing by itself: a stamp, a page number, the note of a digital signature. */
const fewestLetters = 30;

/**
 * The words of every page in NFC, lines by line feeds.
 * A page whose words the engine cannot read has none; its picture is shown all the same.
 */
export async function readPageTexts(pdf: Pdf): Promise<string[]> {
  const texts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    texts.push(await textOfPage(pdf, number).catch(() => ''));
  }
  return texts;
}

async function textOfPage(pdf: Pdf, number: number): Promise<string> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  const parts: string[] = [];
  let letters = 0;
  for (const item of items) {
    if (!('str' in item)) continue;
    parts.push(item.str, item.hasEOL ? '\n' : '');
    letters += item.str.length;
    if (letters > mostLetters) break;
  }
  page.cleanup();
  return tidyText(parts.join(''));
}

/** One form for all sources of words: NFC, no control characters, no runs of blanks. */
export function tidyText(text: string): string {
  return text
    .slice(0, mostLetters)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Co}\p{Cs}\uFFFD]/gu, (sign) => (sign === '\n' ? '\n' : ' '))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\s]*/g, '\n')
    .trim();
}

/**
 * Whether the words found are those of the document: at least half of its pages have some. A short text of which little
 * is pictures, such as a table of numbers, says what it says.
 *
 * @param pictureShare of the file's bytes, how many are pictures; from 0 to 1
 */
export function isSearchable(texts: readonly string[], pictureShare: number): boolean {
  if (pictureShare < 0.3 && texts.some((text) => text !== '')) return true;
  const worded = texts.filter((text) => lettersIn(text) >= fewestLetters).length;
  return worded > 0 && (worded * 2 >= texts.length || texts.length === 1);
}

function lettersIn(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

/** The bytes of the text blob. */
export function textBlob(texts: readonly string[]): string {
  return JSON.stringify({ pages: texts });
}
