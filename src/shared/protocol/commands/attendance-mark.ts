import { z } from 'zod';
import { absenceExcuse, attendanceState, mostSpans, presenceSpan } from '../../records/attendance.ts';
import { moment, participantId } from '../../records/ids.ts';

/** What stood before a mark that is taken back, so that nothing of it is lost. */
export const restoredAttendance = z.strictObject({
  at: moment.nullable(),
  late: z.boolean(),
  excuse: absenceExcuse,
  spans: z.array(presenceSpan).max(mostSpans),
});

/** The secretary's roll-call: sets a participant's attendance by hand, with the reason of an absence. */
export const attendanceMark = z.strictObject({
  participantId,
  state: attendanceState,
  reason: z.string().max(500),
  /** Takes a mistaken mark back: the times become what they were. */
  restore: restoredAttendance.optional(),
});
