import { z } from 'zod';
import { meetingId, moment, participantId, voteId } from './ids.ts';

const people = z.number().int().nonnegative().max(2000);

/** What was counted in the room. Of raised hands the ballots are all 0. */
export const countFigures = z.strictObject({
  /** Paper ballots: phát ra, thu về, hợp lệ, không hợp lệ. */
  issued: people,
  returned: people,
  valid: people,
  invalid: people,
  approve: people,
  reject: people,
  abstain: people,
  other: people,
  /** Of each option or candidate, how often it was chosen; empty in a vote of approval. */
  options: z.array(people).max(50),
});
export type CountFigures = z.infer<typeof countFigures>;

/**
 * The count of raised hands or paper ballots, entered by one person and confirmed by another. One for the consoles
 * (`viewerId` null), and the same for each member of the counting board, who sits at a seat.
 */
export const count = z.strictObject({
  voteId,
  meetingId,
  viewerId: participantId.nullable(),
  /** Null until somebody has entered it. */
  figures: countFigures.nullable(),
  enteredBy: participantId.nullable(),
  enteredAt: moment.nullable(),
  confirmedBy: participantId.nullable(),
  /** Who did not agree with what stands here; it has to be entered anew. */
  disputedBy: participantId.nullable(),
});
export type Count = z.infer<typeof count>;
