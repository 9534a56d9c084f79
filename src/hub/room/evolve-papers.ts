import { placeOf } from '../../shared/domain/paper-copies.ts';
import type { PaperCopies, PaperCopy } from '../../shared/records/paper-copies.ts';
import { present } from '../../shared/std/must.ts';
import type { Evolutions } from './evolution.ts';
import type { EntryPayload, LogEntry } from './log-entry.ts';
import { read, type RecordChange, type RoomState } from './room-state.ts';

/** Entries about paper copies. */
export type CopyEntry = LogEntry & {
  type: 'copy/prepared' | 'copy/handed-out' | 'copy/collected' | 'copy/undone';
};

/** The copies of an item after an entry about them. */
export function copiesAfter(state: RoomState, entry: CopyEntry): PaperCopies {
  if (entry.type === 'copy/prepared') return prepared(state, entry.payload);
  const { itemId, number } = entry.payload;
  const before = present(read(state, 'paper-copies', itemId), 'paper copies');
  const change = (copy: PaperCopy): PaperCopy => (copy.number === number ? ticked(copy, entry) : copy);
  return { ...before, copies: before.copies.map(change) };
}

/** The record that an entry about paper copies changes. */
function copiesChanged(state: RoomState, entry: CopyEntry): RecordChange[] {
  return [{ kind: 'paper-copies', body: copiesAfter(state, entry) }];
}

function prepared(state: RoomState, { itemId, count }: EntryPayload<'copy/prepared'>): PaperCopies {
  const { meetingId } = present(read(state, 'agenda-item', itemId), 'agenda item');
  const before = read(state, 'paper-copies', itemId)?.copies ?? [];
  const copies = Array.from(
    { length: count },
    (_, at) => before[at] ?? { number: at + 1, participantId: null, handedAt: null, collectedAt: null },
  );
  return { itemId, meetingId, copies };
}

function ticked(copy: PaperCopy, entry: Exclude<CopyEntry, { type: 'copy/prepared' }>): PaperCopy {
  switch (entry.type) {
    case 'copy/handed-out':
      return { ...copy, participantId: entry.payload.participantId, handedAt: entry.at };
    case 'copy/collected':
      return { ...copy, collectedAt: entry.at };
    case 'copy/undone':
      return placeOf(copy) === 'collected'
        ? { ...copy, collectedAt: null }
        : { ...copy, participantId: null, handedAt: null };
  }
}

/** Numbered copies. */
export const paperEvolutions: Evolutions<
  'copy/prepared' | 'copy/handed-out' | 'copy/collected' | 'copy/undone'
> = {
  'copy/prepared': copiesChanged,
  'copy/handed-out': copiesChanged,
  'copy/collected': copiesChanged,
  'copy/undone': copiesChanged,
};
