import type { DocumentVersionId } from '../../shared/records/ids.ts';
import type { PagePlace } from './create-reading-store.ts';

interface RoomNow {
  /** The page that a presenter shows; null while nobody leads. */
  readonly shown: PagePlace | null;
  /** The text of a running vote in which this delegate answers. */
  readonly votedText: DocumentVersionId | null;
  /** The first paper of the current item. */
  readonly firstPaper: DocumentVersionId | null;
  /** The page at which a text was left on this terminal; 1 where it has not been read. */
  readonly lastPage: (versionId: DocumentVersionId) => number;
}

/**
 * Where a seat's page is. Alone, it is the delegate's own and never jumps. Following, it is the text that is voted on,
 * else the presenter's page, else the first paper of the current item; where nobody leads, at the page turned to, or
 * where it was left.
 */
export function pageOnScreen(
  { isFollowing, own }: { readonly isFollowing: boolean; readonly own: PagePlace | null },
  { shown, votedText, firstPaper, lastPage }: RoomNow,
): PagePlace | null {
  if (!isFollowing) return own;
  if (shown !== null && (votedText === null || shown.versionId === votedText)) return shown;
  const versionId = votedText ?? firstPaper;
  if (versionId === null) return own;
  return { versionId, page: own?.versionId === versionId ? own.page : lastPage(versionId) };
}
