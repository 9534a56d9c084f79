import { z } from 'zod';
import { deviceId, meetingId, moment, participantId } from './ids.ts';

export const attendanceState = z.enum(['expected', 'present', 'absent']);
export type AttendanceState = z.infer<typeof attendanceState>;

/** Whether a participant is in the room, and since when. One per participant. */
export const attendance = z.strictObject({
  participantId,
  meetingId,
  state: attendanceState,
  /** When the state last changed. */
  at: moment.nullable(),
  /** Signed in after the meeting was opened. */
  late: z.boolean(),
  /** Reason of an absence, as reported (báo vắng); empty when none was given. */
  reason: z.string().max(500),
  /** The seat terminal at which the participant signed in; null for a roll-call by the clerk. */
  deviceId: deviceId.nullable(),
});
export type Attendance = z.infer<typeof attendance>;
