import { z } from 'zod';
import { participantId, voteId } from '../../records/ids.ts';

/** Decides about a ballot that came after the lock (phiếu đến muộn), before the announcement. */
export const ballotAcceptLate = z.strictObject({ voteId, participantId, accept: z.boolean() });
