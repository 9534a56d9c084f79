import { readFile } from 'node:fs/promises';
import type { Actor } from '../room/log-entry.ts';
import type { PdfInspector } from '../documents/inspect-pdf.ts';
import { titleOfFile } from '../documents/file-names.ts';
import type { CommandIntent } from '../../shared/protocol/commands/command-schemas.ts';
import type { Added, AddDocumentQuery, Replaced, ReplaceDocumentQuery } from '../../shared/protocol/http.ts';
import type { DocumentId, DocumentVersionId, Sha256 } from '../../shared/records/ids.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import type { BlobStore, StagedBlob } from '../store/blob-store.ts';
import type { Ask } from './ask.ts';
import type { DocumentReplacement, TakenText } from './document-replacement.ts';
import { createOneAtATime } from './one-at-a-time.ts';

export interface DocumentIntakePorts {
  readonly blobs: BlobStore;
  readonly inspector: Pick<PdfInspector, 'inspect' | 'maxBytes'>;
  /** True when some document version of the room has these bytes. */
  isNamed(name: Sha256): boolean;
  readonly ask: Ask;
  readonly replacement: DocumentReplacement;
  newDocumentId(): DocumentId;
  newVersionId(): DocumentVersionId;
}

/** Makes documents of files. */
export interface DocumentIntake {
  /**
   * Takes a file in: bytes to the disk, inspection, blob, then the room's command. Whatever is refused on the way
   * leaves nothing behind. Throws `LogFull` on a full disk, and what the source throws when it breaks off.
   */
  add(
    source: AsyncIterable<Uint8Array>,
    query: AddDocumentQuery,
    actor: Actor,
  ): Promise<Result<Added, RefusalCode>>;
  /** The same for a text in the place of another, with which it is compared first; asked only to compare, it keeps nothing. */
  replace(
    source: AsyncIterable<Uint8Array>,
    query: ReplaceDocumentQuery,
    actor: Actor,
  ): Promise<Result<Replaced, RefusalCode>>;
}

/** An intake for one hub. */
export function createDocumentIntake(ports: DocumentIntakePorts): DocumentIntake {
  const inTurn = createOneAtATime();

  const commit = async (
    staged: StagedBlob,
    command: AddCommand | ReplaceCommand,
    actor: Actor,
  ): Promise<RefusalCode | null> => {
    await staged.keep();
    const answer = await ports.ask(command, actor);
    if (answer.status === 'accepted') return null;
    if (!ports.isNamed(staged.sha256)) await ports.blobs.remove(staged.sha256);
    return answer.code;
  };

  const inspect = async (
    staged: StagedBlob,
  ): Promise<Result<TakenText & { readonly title: string | null }, RefusalCode>> => {
    const found = await ports.inspector.inspect(await readFile(staged.file));
    if (!found.ok) return refused(found.code);
    const record = { sha256: staged.sha256, bytes: staged.bytes };
    const facts = {
      ...record,
      pages: found.pages,
      view: record,
      text: null,
      searchable: 'none' as const,
      original: null,
      removed: [],
    };
    return ok({ file: staged.file, facts, title: found.title });
  };

  const addStaged = async (
    staged: StagedBlob,
    query: AddDocumentQuery,
    actor: Actor,
  ): Promise<Result<Added, RefusalCode>> => {
    const taken = await inspect(staged);
    if (!taken.ok) return taken;
    const { facts } = taken.value;
    const { title = taken.value.title ?? titleOfFile(query.fileName), ...place } = query;
    const ids = { documentId: ports.newDocumentId(), versionId: ports.newVersionId() };
    const command: AddCommand = { type: 'document/add', payload: { ...place, ...ids, ...facts, title } };
    const refusal = await inTurn(() => commit(staged, command, actor));
    return refusal === null ? ok({ ...ids, pages: facts.pages }) : refused(refusal);
  };

  const replaceStaged = async (
    staged: StagedBlob,
    query: ReplaceDocumentQuery,
    actor: Actor,
  ): Promise<Result<Replaced, RefusalCode>> => {
    const taken = await inspect(staged);
    if (!taken.ok) return taken;
    const prepared = await ports.replacement.prepare(query, taken.value);
    if (!prepared.ok) return prepared;
    const { command, told } = prepared.value;
    if (query.publish === 'no') return ok({ ...told, versionId: null });
    const refusal = await inTurn(() => commit(staged, command, actor));
    return refusal === null ? ok(told) : refused(refusal);
  };

  const withStaged = async <Value>(
    source: AsyncIterable<Uint8Array>,
    use: (staged: StagedBlob) => Promise<Result<Value, RefusalCode>>,
  ): Promise<Result<Value, RefusalCode>> => {
    const staged = await ports.blobs.stage(source, ports.inspector.maxBytes);
    if (!staged.ok) return staged;
    try {
      return await use(staged.value);
    } finally {
      await staged.value.drop();
    }
  };

  return {
    add: (source, query, actor) => withStaged(source, (staged) => addStaged(staged, query, actor)),
    replace: (source, query, actor) => withStaged(source, (staged) => replaceStaged(staged, query, actor)),
  };
}

type AddCommand = Extract<CommandIntent, { type: 'document/add' }>;
type ReplaceCommand = Extract<CommandIntent, { type: 'document/replace' }>;
