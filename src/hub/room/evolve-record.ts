import type { RecordLine } from '../../shared/records/record-line.ts';
import { present } from '../../shared/std/must.ts';
import type { Evolutions } from './evolution.ts';
import type { LogEntry } from './log-entry.ts';
import { read, type RecordChange, type RoomState } from './room-state.ts';

/** Entries of the secretary about the running record. */
export type RecordEntry = LogEntry & { type: 'record/written' | 'record/edited' | 'record/struck' };

/** The line that the secretary has written, changed or crossed out. */
function lineChanged(state: RoomState, entry: RecordEntry): RecordChange[] {
  return [{ kind: 'record-line', body: lineAfter(state, entry) }];
}

function lineAfter(state: RoomState, entry: RecordEntry): RecordLine {
  switch (entry.type) {
    case 'record/written': {
      const { lineId, meetingId, itemId, text } = entry.payload;
      const place = { id: lineId, meetingId, itemId, order: entry.seq, at: entry.at };
      return { ...place, source: 'clerk', text, event: null, editedAt: null, struck: false };
    }
    case 'record/edited':
      return { ...lineOf(state, entry), text: entry.payload.text, editedAt: entry.at };
    case 'record/struck':
      return { ...lineOf(state, entry), struck: entry.payload.struck };
  }
}

function lineOf(state: RoomState, { payload }: RecordEntry): RecordLine {
  return present(read(state, 'record-line', payload.lineId), 'line of the record');
}

/** The running record, as people write it. */
export const recordEvolutions: Evolutions<'record/written' | 'record/edited' | 'record/struck'> = {
  'record/written': lineChanged,
  'record/edited': lineChanged,
  'record/struck': lineChanged,
};
