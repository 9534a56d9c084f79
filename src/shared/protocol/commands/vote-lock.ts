import { z } from 'zod';
import { voteId } from '../../records/ids.ts';

/** Locks the vote (khóa biểu quyết): a ballot counts if and only if it is in the log before this. */
export const voteLock = z.strictObject({ voteId });
