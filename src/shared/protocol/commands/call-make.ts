import { z } from 'zod';
import { callKind } from '../../records/call.ts';
import { callId, meetingId, seatLabel } from '../../records/ids.ts';

/** Calls somebody to the seat; possible at any time, also when nobody is signed in. `seat` is the terminal's own. */
export const callMake = z.strictObject({
  callId,
  meetingId: meetingId.nullable(),
  seat: seatLabel,
  kind: callKind,
});
