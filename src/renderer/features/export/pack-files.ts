import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { BlobReference } from '../../../shared/records/blob-reference.ts';
import type { Document } from '../../../shared/records/document.ts';
import type { DocumentVersion } from '../../../shared/records/document-version.ts';
import { documentsOf, versionInForce } from '../../data/select/documents.ts';
import { safeFileName } from './safe-file-name.ts';

/** One file of the exported pack. */
export interface PackFile {
  /** Folder and name, with a slash between them. */
  readonly path: string;
  readonly blob: BlobReference;
  /** Its line in the list of documents, in the order of the list's columns. */
  readonly line: readonly string[];
}

/** The words of the list and of the names. */
export interface PackWords {
  item(order: number, title: string): string;
  readonly original: string;
  readonly categories: Readonly<Record<Document['category'], string>>;
}

/**
 * The files of a pack: the record of every version in force, and beside it the file it was made from where one is kept.
 * A folder for each item of the agenda; names begin with their order and are the same on every system.
 */
export function packFiles(
  items: readonly AgendaItem[],
  documents: readonly Document[],
  versions: ReadonlyMap<string, DocumentVersion>,
  words: PackWords,
): readonly PackFile[] {
  return items.flatMap((item) => {
    const folder = safeFileName(words.item(item.order, item.title));
    return documentsOf(documents, item.id).flatMap((document) => {
      const version = versionInForce(document, versions);
      return version === null ? [] : filesOf(item, document, version, { folder, words });
    });
  });
}

function filesOf(
  item: AgendaItem,
  document: Document,
  version: DocumentVersion,
  { folder, words }: { readonly folder: string; readonly words: PackWords },
): readonly PackFile[] {
  const stem = `${String(document.order).padStart(2, '0')} - ${document.title}`;
  const file = (name: string, blob: BlobReference, pages: string): PackFile => ({
    path: `${folder}/${name}`,
    blob,
    line: [
      words.item(item.order, item.title),
      document.title,
      words.categories[document.category],
      String(version.number),
      `${folder}/${name}`,
      pages,
      String(blob.bytes),
      blob.sha256,
    ],
  });
  const { sha256, bytes, original } = version;
  const record = file(safeFileName(stem, '.pdf'), { sha256, bytes }, String(version.pages));
  if (original === null) return [record];
  const name = safeFileName(stem, ` (${words.original})${endingOf(original.fileName)}`);
  return [record, file(name, { sha256: original.sha256, bytes: original.bytes }, '')];
}

/** The ending of a file's name with its dot, if it is a plain one. */
function endingOf(fileName: string): string {
  return /\.[a-z0-9]{1,8}$/i.exec(fileName)?.[0].toLowerCase() ?? '';
}

/**
 * The list of documents for a spreadsheet: UTF-8 with its mark, one line a file. A title cannot become a formula there.
 */
export function listOfDocuments(columns: readonly string[], files: readonly PackFile[]): Uint8Array {
  const lines = [columns, ...files.map(({ line }) => line)];
  const text = lines.map((cells) => cells.map(cell).join(',')).join('\r\n');
  return new TextEncoder().encode(`\uFEFF${text}\r\n`);
}

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
