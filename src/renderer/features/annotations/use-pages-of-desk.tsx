import { useCallback, useMemo, type ReactNode } from 'react';
import type { AnnotationAnchor } from '../../../shared/domain/annotations/annotation.ts';
import type { DocumentVersionId } from '../../../shared/records/ids.ts';
import { useWatchable } from '../../data/use-watchable.ts';
import type { PageFrame } from '../../view/page-frame.ts';
import type { Desk } from './create-desk.ts';
import { notesByPage, placeNotes, type PlacedNote, type Versions } from './page-notes.ts';
import { PageNotes } from './PageNotes.tsx';

interface OpenText {
  /** Null while no notes are to be shown. */
  readonly versionId: DocumentVersionId | null;
  readonly versions: Versions;
  /** The page being read, from 1. */
  readonly page: number;
  readonly onOpenOld: (anchor: AnnotationAnchor) => void;
}

interface PagesOfDesk {
  /** All notes of the open text, by page. */
  readonly placed: readonly PlacedNote[];
  /** The bookmarks on the page being read. */
  readonly bookmarks: readonly PlacedNote[];
  readonly pageLayer: (frame: PageFrame) => ReactNode;
}

const none: readonly PlacedNote[] = [];

/** A person's notes where they stand in the text that is open, and how each page shows its own. */
export function usePagesOfDesk(desk: Desk, { versionId, versions, page, onOpenOld }: OpenText): PagesOfDesk {
  const { layer } = useWatchable(desk.notebook);
  const placed = useMemo(
    () => (versionId === null ? none : placeNotes(layer.annotations, versionId, versions)),
    [layer, versionId, versions],
  );
  const byPage = useMemo(() => notesByPage(placed), [placed]);
  const pageLayer = useCallback(
    (frame: PageFrame) =>
      versionId !== null && (
        <PageNotes
          desk={desk}
          versionId={versionId}
          frame={frame}
          notes={byPage.get(frame.page) ?? none}
          onOpenOld={onOpenOld}
        />
      ),
    [desk, versionId, byPage, onOpenOld],
  );
  const bookmarks = (byPage.get(page) ?? none).filter(({ annotation }) => annotation.kind === 'bookmark');
  return { placed, bookmarks, pageLayer };
}
