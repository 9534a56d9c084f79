import { z } from 'zod';
import { deviceId, meetingId, moment, participantId } from './ids.ts';

export const attendanceState = z.enum(['expected', 'present', 'absent', 'left']);
export type AttendanceState = z.infer<typeof attendanceState>;

/** What the chairperson says of a reported absence. */
export const absenceExcuse = z.enum(['none', 'asked', 'consented', 'declined']);
export type AbsenceExcuse = z.infer<typeof absenceExcuse>;

/** A time in the room; `to` is null while it lasts. */
export const presenceSpan = z.strictObject({ from: moment, to: moment.nullable() });
export type PresenceSpan = z.infer<typeof presenceSpan>;

/** Arrivals and departures that are kept of a participant. */
export const mostSpans = 100;

/** Whether a participant is in the room, and since when. One per participant. */
export const attendance = z.strictObject({
  participantId,
  meetingId,
  state: attendanceState,
  /** When the state last changed. */
  at: moment.nullable(),
  /** Came for the first time after the meeting was opened. */
  late: z.boolean(),
  /** Reason of an absence, as reported (báo vắng); empty when none was given. */
  reason: z.string().max(500),
  excuse: absenceExcuse,
  /** When he or she was in the room, in order; the attendance of each item follows from it. */
  spans: z.array(presenceSpan).max(mostSpans),
  /** The seat terminal at which the participant signed in; null for a roll-call by the clerk. */
  deviceId: deviceId.nullable(),
});
export type Attendance = z.infer<typeof attendance>;
