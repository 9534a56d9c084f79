import { useStore } from 'zustand';
import type { AnnotationAnchor } from '../../../shared/domain/annotations/annotation.ts';
import type { Desk } from './create-desk.ts';
import { NoteCard } from './NoteCard.tsx';
import type { NoteRow } from './note-rows.ts';
import { NotesList, NotesSide } from './NotesSide.tsx';
import type { PlacedNote } from './page-notes.ts';

interface DeskSideProps {
  readonly desk: Desk;
  readonly placed: readonly PlacedNote[];
  /** The page being read. */
  readonly anchor: AnnotationAnchor;
  readonly waiting: number;
  readonly onGoTo: (page: number) => void;
  readonly onOpenOld: (anchor: AnnotationAnchor) => void;
}

/** Where a note is put that is not put by hand: in the upper margin. */
const margin = { x: 40, y: 40 };

/** Beside the page: all notes of the document, or one of them. */
export function DeskSide({ desk, placed, anchor, waiting, onGoTo, onOpenOld }: DeskSideProps) {
  const { side, show } = useStore(desk.pens);
  const { notebook } = desk;
  const open = placed.find(({ annotation }) => side?.kind === 'one' && annotation.id === side.id);
  const openRow = (row: NoteRow): void => {
    onGoTo(row.page);
    if (row.kind === 'one') show({ kind: 'one', id: row.note.annotation.id });
  };
  const add = (): void => {
    const content = { text: '', color: desk.pens.getState().colors.note };
    const [id] = notebook.change([{ kind: 'add', anchor, shape: { kind: 'note', ...margin }, content }]);
    if (id !== undefined) show({ kind: 'one', id });
  };
  return (
    <NotesSide onClose={() => show(null)}>
      {open === undefined ? (
        <NotesList notes={placed} page={anchor.page} waiting={waiting} onOpen={openRow} onAdd={add} />
      ) : (
        <NoteCard
          key={open.annotation.id}
          note={open}
          onWrite={(text) => {
            const { id, color } = open.annotation;
            // Words left over in the field do not bring a note back that has been removed meanwhile.
            if (notebook.get().layer.annotations.every((known) => known.id !== id)) return;
            notebook.change([{ kind: 'edit', id, content: { text, color } }]);
          }}
          onColor={(color) => void notebook.change([{ kind: 'look', id: open.annotation.id, color }])}
          onRemove={() => {
            notebook.change([{ kind: 'remove', id: open.annotation.id }]);
            show({ kind: 'list' });
          }}
          onGoTo={onGoTo}
          onOpenOld={onOpenOld}
          onBack={() => show({ kind: 'list' })}
        />
      )}
    </NotesSide>
  );
}
