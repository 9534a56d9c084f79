import type { WantedBlob } from '../../../shared/bridge/bridge.ts';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { BlobReference } from '../../../shared/records/blob-reference.ts';
import type { Document } from '../../../shared/records/document.ts';
import type { DocumentVersion } from '../../../shared/records/document-version.ts';

/** The papers of an agenda item in their order. */
export function documentsOf(
  documents: readonly Document[],
  itemId: AgendaItem['id'] | null,
): readonly Document[] {
  return documents.filter((document) => document.itemId === itemId).toSorted((a, b) => a.order - b.order);
}

/** The version in force of a document; null while its record has not arrived. */
export function versionInForce(
  document: Document | null,
  versions: ReadonlyMap<string, DocumentVersion>,
): DocumentVersion | null {
  return document === null ? null : (versions.get(document.currentVersionId) ?? null);
}

/**
 * The pack of a meeting: of every version in force the copy to draw and its words, most urgent first. That is the
 * current item's papers, then the items still to come, then those already done; within an item the papers in their
 * order.
 */
export function packOf(
  agenda: readonly AgendaItem[],
  documents: readonly Document[],
  versions: ReadonlyMap<string, DocumentVersion>,
): readonly WantedBlob[] {
  const urgency: Readonly<Record<AgendaItem['state'], number>> = { current: 0, waiting: 1, done: 2 };
  const items = agenda.toSorted((a, b) => urgency[a.state] - urgency[b.state] || a.order - b.order);
  const inForce = items
    .flatMap((item) => documentsOf(documents, item.id))
    .flatMap((document) => versionInForce(document, versions) ?? []);
  const wanted = new Map<string, WantedBlob>();
  for (const version of inForce) {
    for (const blob of blobsOf(version)) {
      if (wanted.has(blob.sha256)) continue;
      wanted.set(blob.sha256, { meetingId: version.meetingId, versionId: version.id, ...blob });
    }
  }
  return [...wanted.values()];
}

/** What a terminal holds of a version: the copy to draw, then the words in which it searches. */
function blobsOf({ view, text }: DocumentVersion): readonly BlobReference[] {
  return text === null ? [view] : [view, text];
}
