import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import type { Dirent } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import { compareNames, isHiddenName, titleOfFile, titleOfFolder } from './file-names.ts';
import type { PdfInspector } from './inspect-pdf.ts';
import type { IntakeRefusal } from './intake-refusal.ts';

/** A meeting's agenda and papers, as a folder on disk lays them out. */
export interface FolderPlan {
  readonly items: readonly FolderItem[];
  /** Files that were left out, each with the reason, in the order in which they were met. */
  readonly refusedFiles: readonly RefusedFile[];
}

export interface FolderItem {
  readonly title: string;
  /** In order; empty for a folder without papers, which is an item all the same. */
  readonly documents: readonly FolderDocument[];
}

export interface FolderDocument {
  readonly title: string;
  /** Absolute path. The bytes may change after the check: whoever reads them again compares the hash. */
  readonly path: string;
  /** In NFC, with its extension. */
  readonly fileName: string;
  readonly pages: number;
  readonly bytes: number;
  readonly sha256: string;
}

export interface RefusedFile {
  /** Relative to the folder, in NFC, with forward slashes. */
  readonly path: string;
  readonly code: IntakeRefusal | LinkRefusal;
}

/** A link that leaves the folder, leads to a folder or nowhere; or a file that the system does not let us read. */
export type LinkRefusal = Extract<RefusalCode, 'document/link-not-followed' | 'document/unreadable'>;

/** Why a folder makes no meeting at all, and which files would have, had they been accepted. */
export interface FolderRefusal {
  readonly code: Extract<RefusalCode, 'folder/not-found' | 'folder/without-documents'>;
  readonly refusedFiles: readonly RefusedFile[];
}

const looseItemTitle = 'Tài liệu chung';

/**
 * Plans a meeting from a folder. Each sub-folder is an agenda item, and the PDFs in it (and, after them, in folders
 * below) are its documents, all in natural order. PDFs lying loose in the folder make a first item "Tài liệu chung",
 * or one item each where there is no sub-folder. Hidden files are passed over; links are followed only to files that
 * lie in the folder. Nothing is written, and no file makes it throw.
 */
export async function readMeetingFolder(
  folder: string,
  inspector: Pick<PdfInspector, 'inspect' | 'maxBytes'>,
): Promise<Result<FolderPlan, FolderRefusal>> {
  const root = await realpath(folder).catch(() => null);
  if (root === null || !(await stat(root)).isDirectory())
    return refused({ code: 'folder/not-found', refusedFiles: [] });
  const reader = createReader(root, inspector);

  const entries = await listFolder(root);
  const loose = await reader.readFiles(root, entries);
  const items: FolderItem[] = [];
  for (const entry of entries.filter((each) => each.isDirectory())) {
    items.push({
      title: titleOfFolder(entry.name),
      documents: await reader.readTree(join(root, entry.name)),
    });
  }

  const plan = {
    items: [...itemsOfLoose(loose, items.length > 0), ...items],
    refusedFiles: reader.refusedFiles,
  };
  if (plan.items.some((item) => item.documents.length > 0)) return ok(plan);
  return refused({ code: 'folder/without-documents', refusedFiles: plan.refusedFiles });
}

function itemsOfLoose(documents: readonly FolderDocument[], hasFolders: boolean): FolderItem[] {
  if (documents.length === 0) return [];
  if (hasFolders) return [{ title: looseItemTitle, documents }];
  return documents.map((document) => ({ title: document.title, documents: [document] }));
}

async function listFolder(path: string): Promise<Dirent[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => !isHiddenName(entry.name)).sort((a, b) => compareNames(a.name, b.name));
}

/** Reads files below `root`, and remembers those that were refused. */
function createReader(root: string, inspector: Pick<PdfInspector, 'inspect' | 'maxBytes'>) {
  const refusedFiles: RefusedFile[] = [];

  async function readTree(path: string): Promise<FolderDocument[]> {
    const entries = await listFolder(path);
    const documents = await readFiles(path, entries);
    for (const entry of entries.filter((each) => each.isDirectory())) {
      documents.push(...(await readTree(join(path, entry.name))));
    }
    return documents;
  }

  async function readFiles(path: string, entries: readonly Dirent[]): Promise<FolderDocument[]> {
    const documents: FolderDocument[] = [];
    for (const entry of entries.filter((each) => !each.isDirectory())) {
      const read = await readOne(join(path, entry.name), entry);
      if (read.ok) documents.push(read.value);
      else refusedFiles.push({ path: shownPath(join(path, entry.name)), code: read.reason });
    }
    return documents;
  }

  async function readOne(path: string, entry: Dirent): Promise<Result<FolderDocument, RefusedFile['code']>> {
    if (entry.isSymbolicLink() && !(await leadsInside(path))) return refused('document/link-not-followed');
    const facts = await stat(path).catch(() => null);
    if (facts === null) return refused('document/unreadable');
    // A pipe or a device would never end.
    if (!facts.isFile()) return refused('document/not-pdf');
    if (facts.size > inspector.maxBytes) return refused('document/too-large');
    const bytes = await readFile(path).catch(() => null);
    if (bytes === null) return refused('document/unreadable');
    const found = await inspector.inspect(bytes);
    if (!found.ok) return refused(found.code);
    const fileName = basename(path).normalize('NFC');
    return ok({
      title: found.title ?? titleOfFile(fileName),
      path,
      fileName,
      pages: found.pages,
      bytes: found.bytes,
      sha256: found.sha256,
    });
  }

  async function leadsInside(link: string): Promise<boolean> {
    const target = await realpath(link).catch(() => null);
    return target !== null && target.startsWith(root + sep) && (await stat(target)).isFile();
  }

  function shownPath(path: string): string {
    return relative(root, path).split(sep).join('/').normalize('NFC');
  }

  return { readTree, readFiles, refusedFiles };
}
