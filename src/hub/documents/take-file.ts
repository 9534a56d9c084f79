import { link, copyFile, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hazard, Searchable } from '../../shared/records/document-version.ts';
import { checkArchive } from './check-archive.ts';
import { convertOffice } from './convert-office.ts';
import { fileKind, isArchive, isOldContainer, type FileKind, type OfficeName } from './file-kind.ts';
import type { Tools } from './find-tools.ts';
import type { PdfInspector } from './inspect-pdf.ts';
import { Refused } from './intake-refusal.ts';
import type { Refusal } from './pdf-reading.ts';

/** A file made ready to become a document: paths below the folder that was given. */
export interface TakenFile {
  readonly ok: true;
  readonly pages: number;
  /** Title carried by the file, in NFC; null when there is none or it says nothing. */
  readonly title: string | null;
  /** The record. The file itself when that is a PDF. */
  readonly pdf: string;
  /** The copy to draw; null when the record serves as well. */
  readonly view: string | null;
  /** The words of the pages; null when there are none. */
  readonly text: string | null;
  readonly searchable: Searchable;
  readonly removed: readonly Hazard[];
  /** Set when the file was none: its media type. */
  readonly madeOf: string | null;
}

/** Makes PDFs of files of unknown origin. */
export interface FileTaker {
  /**
   * Decides what a file is, converts and checks it, and takes its words out. Refusals are values.
   *
   * @param file what arrived; it is not changed
   * @param folder a folder that does not exist yet; it belongs to this file alone and is removed by the caller
   */
  take(file: string, folder: string, signal?: AbortSignal): Promise<TakenFile | Refusal>;
}

export interface FileTakerPorts {
  readonly inspector: Pick<PdfInspector, 'prepare' | 'picture'>;
  readonly tools: Pick<Tools, 'office' | 'withoutNetwork'>;
}

/** A taker for one hub. */
export function createFileTaker(ports: FileTakerPorts): FileTaker {
  return {
    async take(file, folder, signal) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      try {
        return await take({ file, folder, signal }, ports);
      } catch (error) {
        if (error instanceof Refused) return { ok: false, code: error.code };
        throw error;
      }
    },
  };
}

interface Arrival {
  readonly file: string;
  readonly folder: string;
  readonly signal: AbortSignal | undefined;
}

async function take(arrival: Arrival, ports: FileTakerPorts): Promise<TakenFile | Refusal> {
  const kind = await kindOf(arrival.file);
  const made = await pdfOf(kind, arrival, ports);
  if (!made.ok) return made;
  const found = await ports.inspector.prepare(made.pdf, arrival.signal);
  if (!found.ok) return found;
  const { viewFile: view, textFile: text, ...facts } = found;
  const pdf = kind.family === 'pdf' ? arrival.file : made.pdf;
  const madeOf = kind.family === 'pdf' ? null : kind.mediaType;
  return { ...facts, pdf, view, text, madeOf };
}

/** What the first bytes show, and for an archive what lies in it. */
async function kindOf(file: string): Promise<FileKind> {
  const head = await firstBytes(file);
  if (head.length === 0) throw new Refused('document/empty');
  // New office files with a password come in this container, with a part of that name in UTF-16.
  if (isOldContainer(head))
    throw new Refused((await isLocked(file)) ? 'document/encrypted' : 'document/kind-not-taken');
  const kind = isArchive(head) ? await checkArchive(file) : fileKind(head);
  if (kind === null) throw new Refused(isArchive(head) ? 'document/kind-not-taken' : 'document/not-pdf');
  return kind;
}

async function pdfOf(
  kind: FileKind,
  { file, folder, signal }: Arrival,
  { inspector, tools }: FileTakerPorts,
): Promise<{ readonly ok: true; readonly pdf: string } | Refusal> {
  const own = join(folder, `paper.${kind.name}`);
  await linkOrCopy(file, own);
  switch (kind.family) {
    case 'pdf':
      return { ok: true, pdf: own };
    case 'office':
      return await convertOffice({ folder, file: own, kind: kind.name as OfficeName, tools, signal });
    case 'picture': {
      const pdf = join(folder, 'paper.pdf');
      const made = await inspector.picture(own, pdf, signal);
      return made.ok ? { ok: true, pdf } : made;
    }
  }
}

async function firstBytes(file: string): Promise<Uint8Array> {
  await using handle = await open(file, 'r');
  const { bytesRead, buffer } = await handle.read(new Uint8Array(1024), 0, 1024, 0);
  return buffer.subarray(0, bytesRead);
}

async function isLocked(file: string): Promise<boolean> {
  await using handle = await open(file, 'r');
  const { size } = await handle.stat();
  const mark = Buffer.from('EncryptedPackage', 'utf16le');
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(Math.min(size, 1024 * 1024)), 0);
  return buffer.subarray(0, bytesRead).includes(mark);
}

/** Another name for the same bytes, so that programs find the ending that they go by. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  await rm(to, { force: true });
  await link(from, to).catch(() => copyFile(from, to));
}
