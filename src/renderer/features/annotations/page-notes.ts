import type { Annotation, AnnotationAnchor } from '../../../shared/domain/annotations/annotation.ts';
import { carry } from '../../../shared/domain/annotations/carry.ts';
import type { DocumentVersion } from '../../../shared/records/document-version.ts';
import type { DocumentVersionId } from '../../../shared/records/ids.ts';

/** An annotation where it stands in the text that is open. */
export interface PlacedNote {
  readonly annotation: Annotation;
  readonly page: number;
  /** `review` (cần xem lại): the page has changed since, or is gone. */
  readonly standing: 'kept' | 'review';
}

export type Versions = ReadonlyMap<DocumentVersionId, DocumentVersion>;

/** The notes of a document as they stand in one of its versions, by page, then in the order of writing. */
export function placeNotes(
  annotations: readonly Annotation[],
  versionId: DocumentVersionId,
  versions: Versions,
): readonly PlacedNote[] {
  const carried = new Map<string, ReturnType<typeof carry>>();
  const carryOnce = (anchor: AnnotationAnchor): ReturnType<typeof carry> => {
    const key = `${anchor.page} ${anchor.versionId}`;
    const known = carried.get(key);
    if (known !== undefined) return known;
    const found = anchor.versionId === versionId ? stay(anchor) : carry(anchor, versionId, versions);
    carried.set(key, found);
    return found;
  };
  const placed = annotations.flatMap((annotation) => {
    const place = carryOnce(annotation.anchor);
    return place === null ? [] : [{ annotation, ...place }];
  });
  return placed.sort((one, other) => one.page - other.page);
}

/** Where it was written nothing has changed, also while nothing is known of the version. */
function stay({ page }: AnnotationAnchor): ReturnType<typeof carry> {
  return { page, standing: 'kept' };
}

/** The same notes by page. */
export function notesByPage(placed: readonly PlacedNote[]): ReadonlyMap<number, readonly PlacedNote[]> {
  return Map.groupBy(placed, ({ page }) => page);
}
