import { readFile } from 'node:fs/promises';
import type { Actor } from '../room/log-entry.ts';
import type { PdfInspector } from '../documents/inspect-pdf.ts';
import { titleOfFile } from '../documents/file-names.ts';
import type { CommandIntent } from '../../shared/protocol/commands/command-schemas.ts';
import type { Added, AddDocumentQuery } from '../../shared/protocol/http.ts';
import type { DocumentId, DocumentVersionId, Sha256 } from '../../shared/records/ids.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import type { BlobStore, StagedBlob } from '../store/blob-store.ts';
import type { Ask } from './ask.ts';
import { createOneAtATime } from './one-at-a-time.ts';

export interface DocumentIntakePorts {
  readonly blobs: BlobStore;
  readonly inspector: Pick<PdfInspector, 'inspect' | 'maxBytes'>;
  /** True when some document version of the room has these bytes. */
  isNamed(name: Sha256): boolean;
  readonly ask: Ask;
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
}

/** An intake for one hub. */
export function createDocumentIntake(ports: DocumentIntakePorts): DocumentIntake {
  const inTurn = createOneAtATime();

  const commit = async (
    staged: StagedBlob,
    command: AddCommand,
    actor: Actor,
  ): Promise<RefusalCode | null> => {
    await staged.keep();
    const answer = await ports.ask(command, actor);
    if (answer.status === 'accepted') return null;
    if (!ports.isNamed(staged.sha256)) await ports.blobs.remove(staged.sha256);
    return answer.code;
  };

  const inspectAndCommit = async (
    staged: StagedBlob,
    query: AddDocumentQuery,
    actor: Actor,
  ): Promise<Result<Added, RefusalCode>> => {
    const found = await ports.inspector.inspect(await readFile(staged.file));
    if (!found.ok) return refused(found.code);
    const { title = found.title ?? titleOfFile(query.fileName), ...place } = query;
    const ids = { documentId: ports.newDocumentId(), versionId: ports.newVersionId() };
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
    const command: AddCommand = { type: 'document/add', payload: { ...place, ...ids, ...facts, title } };
    const refusal = await inTurn(() => commit(staged, command, actor));
    return refusal === null ? ok({ ...ids, pages: found.pages }) : refused(refusal);
  };

  return {
    async add(source, query, actor) {
      const staged = await ports.blobs.stage(source, ports.inspector.maxBytes);
      if (!staged.ok) return staged;
      try {
        return await inspectAndCommit(staged.value, query, actor);
      } finally {
        await staged.value.drop();
      }
    },
  };
}

type AddCommand = Extract<CommandIntent, { type: 'document/add' }>;
