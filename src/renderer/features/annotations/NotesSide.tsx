import { Bookmark, Highlighter, MessageSquareText, NotebookPen, PenLine, Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import type { Icon } from '../../ui/icon.ts';
import { ListRow } from '../../ui/room/ListRow.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import type { AnnotationKind } from '../../../shared/domain/annotations/annotation.ts';
import { isToReview, noteRows, type NoteRow } from './note-rows.ts';
import styles from './NotesSide.module.css';
import type { PlacedNote } from './page-notes.ts';

interface NotesSideProps {
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** The column beside the page, with a person's own notes. */
export function NotesSide({ children, onClose }: NotesSideProps) {
  const { annotations: words, general } = useMessages();
  return (
    <aside className={styles.side} aria-label={words.title}>
      <header className={styles.head}>
        <div>
          <h2>{words.title}</h2>
          <p>{words.isPrivate}</p>
        </div>
        <Button
          label={general.action.close}
          icon={X}
          isIconOnly
          variant="quiet"
          size="seat"
          onPress={onClose}
        />
      </header>
      {children}
    </aside>
  );
}

const icons: Readonly<Record<AnnotationKind, Icon>> = {
  ink: PenLine,
  highlight: Highlighter,
  note: MessageSquareText,
  bookmark: Bookmark,
};

interface NotesListProps {
  /** The notes of the open document where they stand in it. */
  readonly notes: readonly PlacedNote[];
  /** The page being read, from 1. */
  readonly page: number;
  readonly waiting: number;
  readonly onOpen: (row: NoteRow) => void;
  readonly onAdd: () => void;
}

/** All notes of the open document by page, each a touch away. */
export function NotesList({ notes, page, waiting, onOpen, onAdd }: NotesListProps) {
  const { annotations: words, general } = useMessages();
  const rows = noteRows(notes);
  return (
    <>
      {waiting > 0 && (
        <p className={styles.chips}>
          <Chip tone="waiting" size="small" label={general.delivery.saved} />
        </p>
      )}
      {rows.length === 0 && <EmptyState icon={NotebookPen} title={words.empty} detail={words.emptyDetail} />}
      <ul className={styles.rows}>
        {rows.map((row) => (
          <NoteListRow key={keyOf(row)} row={row} onPress={() => onOpen(row)} />
        ))}
      </ul>
      <div className={styles.foot}>
        <Button label={words.addNote(page)} icon={Plus} size="seat" isWide onPress={onAdd} />
      </div>
    </>
  );
}

function NoteListRow({ row, onPress }: { readonly row: NoteRow; readonly onPress: () => void }) {
  const { annotations: words } = useMessages();
  const kind = row.kind === 'ink' ? 'ink' : row.note.annotation.kind;
  const RowIcon = icons[kind];
  const detail = row.kind === 'ink' ? words.strokes(row.notes.length) : excerptOf(row.note, words.noWords);
  return (
    <ListRow
      title={`${words.page(row.page)} · ${words.kinds[kind]}`}
      {...(detail === '' ? {} : { detail })}
      lead={<RowIcon className={styles.icon} aria-hidden />}
      {...(isToReview(row) ? { badge: <Chip tone="waiting" size="small" label={words.review} /> } : {})}
      onPress={onPress}
    />
  );
}

function keyOf(row: NoteRow): string {
  return row.kind === 'ink' ? `ink ${row.page}` : row.note.annotation.id;
}

/** The person's own words, else the words that were marked. */
export function excerptOf({ annotation }: PlacedNote, noWords: string): string {
  const { text, kind } = annotation;
  if (text !== '') return text;
  if (kind === 'highlight') return `“${annotation.excerpt}”`;
  return kind === 'note' ? noWords : '';
}
