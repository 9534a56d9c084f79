import { z } from 'zod';
import { agendaItemId, documentVersionId, meetingId, moment, participantId, voteId } from './ids.ts';
import { voteRule } from './meeting.ts';
import { voteForm, voteKind } from './vote-form.ts';

/** The three answers of an open vote; the order on screen is this order. Not having voted is none of them. */
export const voteChoice = z.enum(['approve', 'reject', 'abstain']);
export type VoteChoice = z.infer<typeof voteChoice>;

/** An answer in a vote: one of the three, the places of the options chosen (from 0), or an opinion in words. */
export const voteAnswer = z.union([
  voteChoice,
  z.strictObject({ options: z.array(z.number().int().nonnegative().max(49)).min(1).max(50) }),
  z.strictObject({ other: z.string().trim().min(1).max(1000) }),
]);
export type VoteAnswer = z.infer<typeof voteAnswer>;

/** `held` still takes ballots: the chair waits for seats that have lost their link. `withdrawn` was prepared and is not put. */
export const voteState = z.enum(['prepared', 'open', 'held', 'locked', 'announced', 'withdrawn']);
export type VoteState = z.infer<typeof voteState>;

/** A vote as everybody may see it; it never carries a split. */
export const vote = z.strictObject({
  id: voteId,
  meetingId,
  itemId: agendaItemId,
  /** The log entry that first prepared it: the votes of an item are put in this order. */
  order: z.number().int().positive(),
  title: z.string().min(1).max(300),
  rule: voteRule,
  kind: voteKind,
  form: voteForm,
  /** Whether an answer may be changed before the lock. */
  mayChange: z.boolean(),
  /** The exact text voted on; null for a question without a paper. */
  versionId: documentVersionId.nullable(),
  state: voteState,
  /** The electorate, fixed at opening: participants present with a vote. */
  electorate: z.array(participantId).max(2000),
  /** Members in office without those excused, fixed at the opening; null before. A rule may count against them. */
  summoned: z.number().int().nonnegative().nullable(),
  /** Who may enter and confirm the count, besides the secretaries and the chairperson (ban kiểm phiếu). */
  countingBoard: z.array(participantId).max(50),
  /** In a mixed vote: those who answer on paper, whose terminals take no answer. */
  paperVoters: z.array(participantId).max(2000),
  /** The count in the room has been entered and confirmed by two people; true where none is needed. */
  counted: z.boolean(),
  /** The chairperson shows who answered what, by seat, on the screen. */
  namesShown: z.boolean(),
  /** Ballots in the log before the lock, one per participant. */
  received: z.number().int().nonnegative(),
  openedAt: moment.nullable(),
  lockedAt: moment.nullable(),
  announcedAt: moment.nullable(),
});
export type Vote = z.infer<typeof vote>;
