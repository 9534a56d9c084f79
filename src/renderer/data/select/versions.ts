import type { WantedBlob } from '../../../shared/bridge/bridge.ts';
import type { Document } from '../../../shared/records/document.ts';
import type { DocumentVersion } from '../../../shared/records/document-version.ts';
import type { DocumentVersionId } from '../../../shared/records/ids.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import type { Vote } from '../../../shared/records/vote.ts';

/** Versions by their id, as far as they are known. */
export interface Versions {
  get(id: DocumentVersionId): DocumentVersion | undefined;
}

/** A version and all that it replaced, newest first, as far as they are known. */
export function historyOf(id: DocumentVersionId, versions: Versions): readonly DocumentVersion[] {
  const history: DocumentVersion[] = [];
  let version = versions.get(id);
  while (version !== undefined && !history.includes(version)) {
    history.push(version);
    version = version.replaces === null ? undefined : versions.get(version.replaces.versionId);
  }
  return history;
}

/**
 * The version of a document that a seat reads: the newest one that it has opened, so that no open page jumps when
 * another comes into force; the one in force where it has opened none.
 */
export function readVersion(
  document: Document,
  versions: Versions,
  opened: (id: DocumentVersionId) => boolean,
): DocumentVersionId {
  const history = historyOf(document.currentVersionId, versions);
  return history.find(({ id }) => opened(id))?.id ?? document.currentVersionId;
}

/** A document whose version in force came in the place of another. */
export interface Replaced {
  readonly document: Document;
  /** The version in force. */
  readonly version: DocumentVersion & { readonly replaces: NonNullable<DocumentVersion['replaces']> };
}

/**
 * The replacements in force of a meeting that the room has lived through, the newest first. What was replaced before the
 * release nobody in the room has seen.
 */
export function replacementsOf(
  documents: readonly Document[],
  meeting: Pick<Meeting, 'id' | 'releasedAt'> | null,
  versions: Versions,
): readonly Replaced[] {
  const releasedAt = meeting?.releasedAt ?? null;
  if (releasedAt === null) return [];
  return documents
    .filter((document) => document.meetingId === meeting?.id)
    .flatMap((document): Replaced[] => {
      const version = versions.get(document.currentVersionId);
      return version === undefined || version.replaces === null || version.addedAt <= releasedAt
        ? []
        : [{ document, version: { ...version, replaces: version.replaces } }];
    })
    .toSorted((a, b) => b.version.addedAt - a.version.addedAt);
}

/** The copies to draw of versions that were replaced: notes and open pages may need them, after everything in force. */
export function supersededBlobs(documents: readonly Document[], versions: Versions): readonly WantedBlob[] {
  return documents.flatMap(({ currentVersionId }) =>
    historyOf(currentVersionId, versions)
      .slice(1)
      .map(({ id, meetingId, view }) => ({ meetingId, versionId: id, ...view })),
  );
}

/** Votes that have not been opened and will be about the new text. */
export function votesThatMove(votes: readonly Vote[], versionId: DocumentVersionId): number {
  return votes.filter((vote) => vote.state === 'prepared' && vote.versionId === versionId).length;
}
