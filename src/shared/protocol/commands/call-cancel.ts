import { z } from 'zod';
import { callId, seatLabel } from '../../records/ids.ts';

/** The seat that called needs nobody any more. `seat` is the terminal's own. */
export const callCancel = z.strictObject({ callId, seat: seatLabel });
