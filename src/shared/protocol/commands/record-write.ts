import { z } from 'zod';
import { agendaItemId, meetingId, recordLineId } from '../../records/ids.ts';
import { longestLine } from '../../records/record-line.ts';

/** Words of a line in the running record. */
export const lineText = z.string().trim().min(1).max(longestLine);

/** Adds a line of the secretary's at the end of the running record. */
export const recordWrite = z.strictObject({
  lineId: recordLineId,
  meetingId,
  /** The item that the line is about; null outside any. */
  itemId: agendaItemId.nullable(),
  text: lineText,
});
