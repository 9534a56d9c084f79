import type { Evolution, Evolutions } from './evolution.ts';
import { attendanceEvolutions } from './evolve-attendance.ts';
import { countEvolutions } from './evolve-count.ts';
import { documentEvolutions } from './evolve-document.ts';
import { floorEvolutions, withSpeeches } from './evolve-floor.ts';
import { meetingEvolutions } from './evolve-meeting.ts';
import { messageEvolutions } from './evolve-message.ts';
import { paperEvolutions } from './evolve-papers.ts';
import { recallEvolutions } from './evolve-recall.ts';
import { recordEvolutions } from './evolve-record.ts';
import { seatingEvolutions } from './evolve-seating.ts';
import { voteEvolutions } from './evolve-vote.ts';
import type { EntryType, LogEntry } from './log-entry.ts';
import type { RecordChange, RoomState } from './room-state.ts';
import { linesOf } from './running-record.ts';

const evolutions: Evolutions<EntryType> = {
  ...meetingEvolutions,
  ...recallEvolutions,
  ...documentEvolutions,
  ...attendanceEvolutions,
  ...seatingEvolutions,
  ...voteEvolutions,
  ...countEvolutions,
  ...paperEvolutions,
  ...recordEvolutions,
  ...floorEvolutions,
  ...messageEvolutions,
  'layer/appended': (_state, { payload: { partId, ...part } }) => [
    { kind: 'layer-part', body: { id: partId, ...part } },
  ],
  'command/refused': () => [],
};

/**
 * The records that an entry changes, with their new values. Pure: it reads the state and changes nothing.
 * It must accept whatever `decide` has let into the log; an entry that does not fit is a fault.
 */
export function evolve(state: RoomState, entry: LogEntry): readonly RecordChange[] {
  // An entry and the evolution of its type belong together, which the compiler cannot follow through the table.
  const evolution = evolutions[entry.type] as Evolution<EntryType>;
  const changes = withSpeeches(state, evolution(state, entry));
  const lines = linesOf(entry, state, changes);
  if (lines.length === 0) return changes;
  return [...changes, ...lines.map((body) => ({ kind: 'record-line' as const, body }))];
}
