import type { Comparison, PageComparer } from '../documents/compare/compare-process.ts';
import type { CommandIntent } from '../../shared/protocol/commands/command-schemas.ts';
import type { Replaced, ReplaceDocumentQuery } from '../../shared/protocol/http.ts';
import type { DocumentVersion } from '../../shared/records/document-version.ts';
import type { DocumentVersionId, Sha256 } from '../../shared/records/ids.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import type { BlobStore } from '../store/blob-store.ts';
import type { TakenText as StagedText } from './staged-files.ts';

export interface DocumentReplacementPorts {
  readonly blobs: Pick<BlobStore, 'fileOf'>;
  readonly comparer: Pick<PageComparer, 'compare'>;
  /** A version of a document that is in force, or null. */
  versionInForce(id: DocumentVersionId): DocumentVersion | null;
  newVersionId(): DocumentVersionId;
}

/** What has been taken in: the new text on the disk, and what intake says of it. */
type TakenText = Pick<StagedText, 'file' | 'facts'>;

/** What is to be published, and what its sender is told. */
export interface PreparedReplacement {
  readonly command: Extract<CommandIntent, { type: 'document/replace' }>;
  readonly told: Replaced & { readonly versionId: DocumentVersionId };
}

/** Sets a new text against the version in force. */
export interface DocumentReplacement {
  prepare(query: ReplaceDocumentQuery, taken: TakenText): Promise<Result<PreparedReplacement, RefusalCode>>;
}

/** Comparisons that are kept, so that what was looked at is not compared again when it is published. */
const mostKept = 16;

export function createDocumentReplacement(ports: DocumentReplacementPorts): DocumentReplacement {
  const kept = new Map<string, Promise<Comparison>>();

  const compare = (old: DocumentVersion, { file, facts }: TakenText): Promise<Comparison> => {
    const name = pairOf(old.sha256, facts.sha256);
    const known = kept.get(name);
    if (known !== undefined) return known;
    const from = { file: ports.blobs.fileOf(old.sha256), pages: old.pages };
    const comparison = ports.comparer.compare(from, { file, pages: facts.pages });
    kept.set(name, comparison);
    for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest);
    return comparison;
  };

  return {
    async prepare({ meetingId, replaces, reason }, taken) {
      const old = ports.versionInForce(replaces);
      if (old === null) return refused('document/replaced-already');
      if (old.sha256 === taken.facts.sha256) return refused('document/same-text');
      const { pages, isComplete } = await compare(old, taken);
      const versionId = ports.newVersionId();
      const { documentId } = old;
      const payload = { meetingId, documentId, versionId, ...taken.facts };
      return ok({
        command: {
          type: 'document/replace',
          payload: { ...payload, replaces: { versionId: replaces, reason, pages } },
        },
        told: { documentId, versionId, pagesBefore: old.pages, pages, isComplete, prepared: null },
      });
    },
  };
}

function pairOf(old: Sha256, now: Sha256): string {
  return `${old}|${now}`;
}
