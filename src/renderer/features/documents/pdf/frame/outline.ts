import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { OutlineEntry } from '../pdf-document.ts';

type Item = NonNullable<Awaited<ReturnType<PDFDocumentProxy['getOutline']>>>[number];

/** Bounds against outlines made to hurt: so many headings in all, so deep. */
const mostEntries = 5_000;
const deepest = 8;

/** Reads the table of contents of a document; headings beyond a bound are left out. */
export async function readOutline(document: PDFDocumentProxy): Promise<readonly OutlineEntry[]> {
  let left = mostEntries;
  const entriesOf = async (items: readonly Item[], depth: number): Promise<readonly OutlineEntry[]> => {
    const taken = items.slice(0, left);
    left -= taken.length;
    const entries: OutlineEntry[] = [];
    for (const { title, dest, items: children } of taken) {
      // One after the other: a thousand headings at once would stand before the page that is waited for.
      // oxlint-disable-next-line no-await-in-loop
      const page = await pageOf(document, dest);
      // oxlint-disable-next-line no-await-in-loop
      const below = depth < deepest ? await entriesOf(children as readonly Item[], depth + 1) : [];
      entries.push({ title: title.normalize('NFC').trim(), page, children: below });
    }
    return entries;
  };
  return await entriesOf((await document.getOutline()) ?? [], 1);
}

async function pageOf(document: PDFDocumentProxy, dest: Item['dest']): Promise<number | null> {
  try {
    const explicit = typeof dest === 'string' ? await document.getDestination(dest) : dest;
    const target: unknown = explicit?.[0];
    if (typeof target === 'number') return target + 1;
    if (!isReference(target)) return null;
    return (await document.getPageIndex(target)) + 1;
  } catch {
    return null;
  }
}

function isReference(value: unknown): value is { readonly num: number; readonly gen: number } {
  return typeof value === 'object' && value !== null && 'num' in value && 'gen' in value;
}
