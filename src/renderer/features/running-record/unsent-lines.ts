import type { OutboxEntry } from '../../data/commands.ts';
import { recordWrite } from '../../../shared/protocol/commands/record-write.ts';
import type { RecordLine } from '../../../shared/records/record-line.ts';
import type { RefusalCode } from '../../../shared/refusals/refusal-table.ts';

/** A line that was written here and that the room's record does not show yet. */
export interface UnsentLine {
  readonly entry: OutboxEntry;
  readonly text: string;
  /** Why the room did not take it; null while it waits. */
  readonly refusal: RefusalCode | null;
}

/** Lines of this terminal that are not in the record, in the order in which they were written (INV-4). */
export function unsentLines(
  outbox: readonly OutboxEntry[],
  lines: readonly RecordLine[],
): readonly UnsentLine[] {
  const known = new Set<string>(lines.map(({ id }) => id));
  return outbox.flatMap((entry): UnsentLine[] => {
    const written = entry.command === 'record/write' ? recordWrite.safeParse(entry.payload).data : undefined;
    if (written === undefined || entry.dismissed || known.has(written.lineId)) return [];
    const refusal = entry.answer?.status === 'refused' ? entry.answer.code : null;
    return [{ entry, text: written.text, refusal }];
  });
}

/** The lines of a meeting in their one order: as they were first written. */
export function linesInOrder(
  lines: readonly RecordLine[],
  meetingId: RecordLine['meetingId'],
): readonly RecordLine[] {
  return lines
    .filter((line) => line.meetingId === meetingId)
    .toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}
