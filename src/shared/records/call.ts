import { z } from 'zod';
import { callId, meetingId, moment, personId, seatLabel } from './ids.ts';

/** What is wanted at the seat: tea and paper, somebody's help, or a technician. */
export const callKind = z.enum(['service', 'help', 'technical']);
export type CallKind = z.infer<typeof callKind>;

export const callState = z.enum(['open', 'answered', 'cancelled']);
export type CallState = z.infer<typeof callState>;

/** A call for help from a seat (gọi hỗ trợ), for whoever is signed in there and the consoles. */
export const call = z.strictObject({
  id: callId,
  /** Null when it was made while no meeting was shown. */
  meetingId: meetingId.nullable(),
  seat: seatLabel,
  /** Null when nobody was signed in. */
  personId: personId.nullable(),
  kind: callKind,
  state: callState,
  at: moment,
  /** When it was answered or cancelled. */
  endedAt: moment.nullable(),
});
export type Call = z.infer<typeof call>;
