import type { Actor } from '../room/log-entry.ts';
import type { PdfInspector } from '../documents/inspect-pdf.ts';
import type { FileTaker } from '../documents/take-file.ts';
import type { CommandIntent } from '../../shared/protocol/commands/command-schemas.ts';
import type { Added, AddDocumentQuery, Replaced, ReplaceDocumentQuery } from '../../shared/protocol/http.ts';
import type { DocumentId, DocumentVersionId, Sha256 } from '../../shared/records/ids.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import type { BlobStore } from '../store/blob-store.ts';
import type { Ask } from './ask.ts';
import type { DocumentReplacement } from './document-replacement.ts';
import { createOneAtATime } from './one-at-a-time.ts';
import type { PreparedTexts } from './prepared-texts.ts';
import { withTaken, type TakenText } from './staged-files.ts';

export interface DocumentIntakePorts {
  readonly blobs: BlobStore;
  readonly inspector: Pick<PdfInspector, 'maxBytes'>;
  readonly taker: FileTaker;
  /** True when some document version of the room has these bytes. */
  isNamed(name: Sha256): boolean;
  readonly ask: Ask;
  /** Told when a paper has come into the room. */
  onAdded?(): void;
  readonly replacement: DocumentReplacement;
  readonly prepared: PreparedTexts;
  newDocumentId(): DocumentId;
  newVersionId(): DocumentVersionId;
}

/** Makes documents of files. */
export interface DocumentIntake {
  /**
   * Takes a file in: bytes to the disk, checks and conversion, blobs, then the room's command. Whatever is refused on
   * the way leaves nothing behind. Throws `LogFull` on a full disk, and what the source throws when it breaks off.
   *
   * @param signal aborted when the sender has given up: programs at work on the file are ended, and nothing is kept
   */
  add(
    source: AsyncIterable<Uint8Array>,
    query: AddDocumentQuery,
    actor: Actor,
    signal?: AbortSignal,
  ): Promise<Result<Added, RefusalCode>>;
  /**
   * The same for a text in the place of another, with which it is compared first. Asked only to compare, it keeps the
   * text aside for the console that has sent it; a query that names such a text publishes it and reads no source.
   */
  replace(
    source: AsyncIterable<Uint8Array>,
    query: ReplaceDocumentQuery,
    actor: Actor,
    signal?: AbortSignal,
  ): Promise<Result<Replaced, RefusalCode>>;
}

/** An intake for one hub. */
export function createDocumentIntake(ports: DocumentIntakePorts): DocumentIntake {
  const inTurn = createOneAtATime();
  const { maxBytes } = ports.inspector;

  const commit = async (
    { staged }: TakenText,
    command: CommandIntent,
    actor: Actor,
  ): Promise<RefusalCode | null> => {
    for (const blob of staged) await blob.keep();
    const answer = await ports.ask(command, actor);
    if (answer.status === 'accepted') {
      ports.onAdded?.();
      return null;
    }
    for (const { sha256 } of staged) if (!ports.isNamed(sha256)) await ports.blobs.remove(sha256);
    return answer.code;
  };

  return {
    add: (source, query, actor, signal) =>
      withTaken({ source, fileName: query.fileName, maxBytes, signal }, ports, async (taken) => {
        if (signal?.aborted === true) return refused('document/broken');
        const { title = taken.title, ...place } = query;
        const ids = { documentId: ports.newDocumentId(), versionId: ports.newVersionId() };
        const payload = { ...place, ...ids, ...taken.facts, title };
        const refusal = await inTurn(() => commit(taken, { type: 'document/add', payload }, actor));
        return refusal === null ? ok({ ...ids, pages: taken.facts.pages }) : refused(refusal);
      }),
    async replace(source, query, actor, signal) {
      const { replaces, prepared: sha256 } = query;
      const { deviceId } = actor;
      const put = async (taken: TakenText): Promise<Result<Replaced, RefusalCode>> => {
        if (signal?.aborted === true) return refused('document/broken');
        const compared = await ports.replacement.prepare(query, taken);
        if (!compared.ok) return compared;
        const { command, told } = compared.value;
        if (query.publish === 'no') {
          await ports.prepared.keep({ deviceId, replaces, taken });
          const { view } = taken.facts;
          return ok({ ...told, versionId: null, prepared: { sha256: taken.facts.sha256, view } });
        }
        const refusal = await inTurn(() => commit(taken, command, actor));
        return refusal === null ? ok(told) : refused(refusal);
      };
      if (sha256 === undefined) {
        return withTaken({ source, fileName: query.fileName, maxBytes, signal }, ports, put);
      }
      return (await ports.prepared.use({ deviceId, replaces, sha256 }, put)) ?? refused('blob/unknown');
    },
  };
}
