import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { bareFileName, titleOfFile } from '../documents/file-names.ts';
import type { IntakeRefusal } from '../documents/intake-refusal.ts';
import type { FileTaker, TakenFile } from '../documents/take-file.ts';
import type { BlobReference } from '../../shared/records/blob-reference.ts';
import type { VersionFacts } from '../../shared/records/document-version.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { refused, type Result } from '../../shared/std/result.ts';
import type { BlobStore, StagedBlob } from '../store/blob-store.ts';

/** A file that has passed: everything that its version will name lies on the disk, not yet as blobs. */
export interface TakenText {
  /** The PDF of the record. */
  readonly file: string;
  readonly facts: VersionFacts;
  /** The title that the file carries, else one of its name. */
  readonly title: string;
  readonly staged: readonly StagedBlob[];
  /** From now on nothing is removed until the function is called that this gives. */
  retain(): () => Promise<void>;
}

/** One file on its way in. */
export interface Arrival {
  readonly source: AsyncIterable<Uint8Array>;
  readonly fileName: string;
  readonly maxBytes: number;
  /** Aborted when its sender has given up. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Takes a file to the disk, has it checked, converted and read, and hands it to `use`. What `use` has not kept by then
 * is removed, whatever happens, unless it has retained the whole.
 */
export async function withTaken<Value>(
  arrival: Arrival,
  ports: { readonly blobs: BlobStore; readonly taker: FileTaker },
  use: (taken: TakenText) => Promise<Result<Value, RefusalCode>>,
): Promise<Result<Value, RefusalCode>> {
  const arrived = await ports.blobs.stage(arrival.source, arrival.maxBytes);
  if (!arrived.ok) return arrived;
  const staged = [arrived.value];
  const folder = `${arrived.value.file}.work`;
  let isRetained = false;
  const drop = async (): Promise<void> => {
    for (const each of staged) await each.drop();
    await rm(folder, { recursive: true, force: true });
  };
  const retain = (): (() => Promise<void>) => {
    isRetained = true;
    return drop;
  };
  try {
    const found = await ports.taker.take(arrived.value.file, folder, arrival.signal);
    if (!found.ok) return refused(codeFor(found.code, arrival.fileName));
    const stage = async (file: string): Promise<BlobReference> => {
      const blob = await ports.blobs.stage(createReadStream(file), Number.MAX_SAFE_INTEGER);
      if (!blob.ok) throw new Error('a file without a limit is too large');
      staged.push(blob.value);
      return referenceOf(blob.value);
    };
    const facts = await describe(arrived.value, found, bareFileName(arrival.fileName), stage);
    const title = found.title ?? titleOfFile(facts.fileName);
    return await use({ file: found.pdf, facts, title, staged, retain });
  } finally {
    if (!isRetained) await drop();
  }
}

/** Who sends something that never claimed to be a PDF wants to know what else is taken. */
function codeFor(code: IntakeRefusal, fileName: string): IntakeRefusal {
  const claimsPdf = /\.pdf$/i.test(fileName);
  return code === 'document/not-pdf' && !claimsPdf ? 'document/kind-not-taken' : code;
}

/** The facts of a version, with every file that it names staged. */
async function describe(
  arrived: StagedBlob,
  found: TakenFile,
  fileName: string,
  stage: (file: string) => Promise<BlobReference>,
): Promise<VersionFacts> {
  const { pages, searchable, removed, madeOf } = found;
  const record = madeOf === null ? referenceOf(arrived) : await stage(found.pdf);
  return {
    ...record,
    pages,
    fileName,
    view: found.view === null ? record : await stage(found.view),
    text: found.text === null ? null : await stage(found.text),
    searchable,
    original: madeOf === null ? null : { ...referenceOf(arrived), fileName, mediaType: madeOf },
    removed: [...removed],
  };
}

function referenceOf({ sha256, bytes }: StagedBlob): BlobReference {
  return { sha256, bytes };
}
