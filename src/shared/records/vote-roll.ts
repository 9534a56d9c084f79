import { z } from 'zod';
import { meetingId, participantId, voteId } from './ids.ts';
import { voteChoice } from './vote.ts';

/** Who answered what in an open vote, for the minutes; exists from the lock on. One per vote. */
export const voteRoll = z.strictObject({
  voteId,
  meetingId,
  rows: z.array(z.strictObject({ participantId, choice: voteChoice.nullable() })).max(2000),
});
export type VoteRoll = z.infer<typeof voteRoll>;
