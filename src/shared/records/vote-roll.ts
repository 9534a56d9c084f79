import { z } from 'zod';
import { meetingId, participantId, seatLabel, voteId } from './ids.ts';
import { voteAnswer } from './vote.ts';

/**
 * Who answered what in a vote at the terminals, for the minutes; exists from the lock on. One per vote. The screen has it
 * only while the chairperson shows it, hence the seats and no names.
 */
export const voteRoll = z.strictObject({
  voteId,
  meetingId,
  shown: z.boolean(),
  rows: z
    .array(
      z.strictObject({
        participantId,
        seat: seatLabel.nullable(),
        /** Null: no answer, or one on paper. */
        choice: voteAnswer.nullable(),
        onPaper: z.boolean(),
      }),
    )
    .max(2000),
});
export type VoteRoll = z.infer<typeof voteRoll>;
