import { z } from 'zod';
import { voteId } from '../../records/ids.ts';

/** Locks the vote (khóa biểu quyết): a ballot counts if and only if it is in the log before this. */
export const voteLock = z.strictObject({
  voteId,
  /** The state of the vote on the screen where it was pressed; left out, it is not checked (MTG-4). */
  from: z.enum(['open', 'held']).optional(),
});
