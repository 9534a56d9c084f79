import { z } from 'zod';
import { meetingId } from '../../records/ids.ts';
import { attendanceMark } from './attendance-mark.ts';

/** The secretary's roll-call of several participants at once; all or none. */
export const attendanceMarkMany = z.strictObject({
  meetingId,
  marks: z.array(attendanceMark).min(1).max(2000),
});
