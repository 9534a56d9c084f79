import type { PlacedNote } from './page-notes.ts';

/** A line of the overview: one note, or all the handwriting of a page. */
export type NoteRow =
  | { readonly kind: 'ink'; readonly page: number; readonly notes: readonly PlacedNote[] }
  | { readonly kind: 'one'; readonly page: number; readonly note: PlacedNote };

/** The overview of a document's notes by page; handwriting is many strokes, and one line. */
export function noteRows(placed: readonly PlacedNote[]): readonly NoteRow[] {
  const rows: NoteRow[] = [];
  for (const [page, notes] of Map.groupBy(placed, (note) => note.page)) {
    const ink = notes.filter(({ annotation }) => annotation.kind === 'ink');
    if (ink.length > 0) rows.push({ kind: 'ink', page, notes: ink });
    for (const note of notes) if (note.annotation.kind !== 'ink') rows.push({ kind: 'one', page, note });
  }
  return rows;
}

/** Whether something of it waits to be looked at again. */
export function isToReview(row: NoteRow): boolean {
  const notes = row.kind === 'ink' ? row.notes : [row.note];
  return notes.some(({ standing }) => standing === 'review');
}
