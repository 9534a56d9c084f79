import { z } from 'zod';
import { agendaItemId, documentVersionId, meetingId, moment, participantId, voteId } from './ids.ts';
import { voteRule } from './meeting.ts';

/** The three answers of an open vote; the order on screen is this order. Not having voted is none of them. */
export const voteChoice = z.enum(['approve', 'reject', 'abstain']);
export type VoteChoice = z.infer<typeof voteChoice>;

/** `held` still takes ballots: the chair waits for seats that have lost their link. */
export const voteState = z.enum(['prepared', 'open', 'held', 'locked', 'announced']);
export type VoteState = z.infer<typeof voteState>;

/** An open vote as everybody may see it; it never carries a split. */
export const vote = z.strictObject({
  id: voteId,
  meetingId,
  itemId: agendaItemId,
  title: z.string().min(1).max(300),
  rule: voteRule,
  /** The exact text voted on; null for a question without a paper. */
  versionId: documentVersionId.nullable(),
  state: voteState,
  /** The electorate, fixed at opening: participants present with a vote. */
  electorate: z.array(participantId).max(2000),
  /** Ballots in the log before the lock, one per participant. */
  received: z.number().int().nonnegative(),
  openedAt: moment.nullable(),
  lockedAt: moment.nullable(),
  announcedAt: moment.nullable(),
});
export type Vote = z.infer<typeof vote>;
