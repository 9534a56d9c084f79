import { Bookmark, RotateCcw } from 'lucide-react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { AnnotationAnchor } from '../../../shared/domain/annotations/annotation.ts';
import type { DocumentVersionId } from '../../../shared/records/ids.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import type { PageFrame } from '../../view/page-frame.ts';
import { heldTool, type Desk } from './create-desk.ts';
import { isInk, isMark } from './draw-notes.ts';
import { NoteMark } from './NoteMark.tsx';
import { NotesCanvas } from './NotesCanvas.tsx';
import type { PlacedNote } from './page-notes.ts';
import styles from './PageNotes.module.css';
import { WritingSurface } from './WritingSurface.tsx';

interface PageNotesProps {
  readonly desk: Desk;
  /** The text that is open: what is written now belongs to it. */
  readonly versionId: DocumentVersionId;
  readonly frame: PageFrame;
  /** What stands on this page. */
  readonly notes: readonly PlacedNote[];
  /** Shows the page that a note was written on, in the version of that time. */
  readonly onOpenOld: (anchor: AnnotationAnchor) => void;
}

/** A person's notes over one page, at their places whatever the zoom and the turn. */
export function PageNotes({ desk, versionId, frame, notes, onOpenOld }: PageNotesProps) {
  const { annotations: words } = useMessages();
  const isWriting = useStore(desk.pens, (state) => heldTool(state) !== null);
  const erasing = useStore(desk.pens, (state) => state.erasing);
  const shown = useMemo(
    () => notes.filter(({ annotation }) => !erasing.has(annotation.id)),
    [notes, erasing],
  );
  const marks = useMemo(() => shown.filter(isMark), [shown]);
  const inks = useMemo(() => shown.filter(isInk), [shown]);
  const isMarked = shown.some(({ annotation }) => annotation.kind === 'bookmark');
  return (
    <>
      {marks.length > 0 && <NotesCanvas frame={frame} notes={marks} paths={desk.paths} kind="mark" />}
      {inks.length > 0 && <NotesCanvas frame={frame} notes={inks} paths={desk.paths} kind="ink" />}
      {shown.length > 0 && <span className={styles.spoken}>{words.onPage(shown.length)}</span>}
      {isMarked && <Bookmark className={styles.bookmark} aria-hidden />}
      {isWriting && frame.isInSight && (
        <WritingSurface desk={desk} versionId={versionId} frame={frame} notes={shown} />
      )}
      {shown.map(({ annotation }) =>
        annotation.kind === 'note' ? (
          <NoteMark
            key={annotation.id}
            note={annotation}
            frame={frame}
            onPress={() => desk.pens.getState().show({ kind: 'one', id: annotation.id })}
            onMove={(place) => void desk.notebook.change([{ kind: 'look', id: annotation.id, place }])}
          />
        ) : null,
      )}
      <ReviewMark notes={shown} onOpenOld={onOpenOld} />
    </>
  );
}

interface ReviewMarkProps {
  readonly notes: readonly PlacedNote[];
  readonly onOpenOld: (anchor: AnnotationAnchor) => void;
}

/** Says that the page has changed under its notes, and leads to the page as it was. */
function ReviewMark({ notes, onOpenOld }: ReviewMarkProps) {
  const { annotations: words } = useMessages();
  const waiting = notes.filter(({ standing }) => standing === 'review');
  const [first] = waiting;
  if (first === undefined) return null;
  const { anchor } = first.annotation;
  return (
    <button type="button" className={styles.review} onClick={() => onOpenOld(anchor)}>
      <RotateCcw aria-hidden />
      <span>
        <strong>{words.reviewOnPage(waiting.length)}</strong>
        <br />
        {words.openOld(anchor.page)}
      </span>
    </button>
  );
}
