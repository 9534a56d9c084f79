import { z } from 'zod';
import { meetingId, seatLabel } from '../../records/ids.ts';

/** A terminal says that it has destroyed the key of a recalled meeting. `seat` is its own; null for a console. */
export const recallAcknowledge = z.strictObject({ meetingId, seat: seatLabel.nullable() });
