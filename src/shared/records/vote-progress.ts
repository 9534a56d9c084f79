import { z } from 'zod';
import { meetingId, moment, participantId, voteId } from './ids.ts';

/** What the chairperson has decided about a late ballot before the announcement. */
export const lateDecision = z.enum(['accepted', 'declined']);

/** Whose ballots have arrived, for the consoles; never what they say. One per vote. */
export const voteProgress = z.strictObject({
  voteId,
  meetingId,
  receivedFrom: z.array(participantId).max(2000),
  /** Ballots that came after the lock (phiếu đến muộn): kept apart, never counted by themselves. */
  late: z.array(z.strictObject({ participantId, at: moment, decision: lateDecision.nullable() })).max(2000),
});
export type VoteProgress = z.infer<typeof voteProgress>;
