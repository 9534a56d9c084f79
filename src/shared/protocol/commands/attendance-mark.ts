import { z } from 'zod';
import { attendanceState } from '../../records/attendance.ts';
import { participantId } from '../../records/ids.ts';

/** The secretary's roll-call: sets a participant's attendance by hand, with the reason of an absence. */
export const attendanceMark = z.strictObject({
  participantId,
  state: attendanceState,
  reason: z.string().max(500),
});
