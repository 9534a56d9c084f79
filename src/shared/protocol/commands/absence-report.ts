import { z } from 'zod';
import { participantId } from '../../records/ids.ts';

/** A participant will not come (báo vắng): said at the own seat, or by the secretary for somebody who called. */
export const absenceReport = z.strictObject({
  participantId,
  reason: z.string().trim().min(1).max(500),
});
