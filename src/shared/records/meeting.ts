import { z } from 'zod';
import { agendaItemId, meetingId, moment, seatLabel } from './ids.ts';

/** A fraction of members, as whole numbers so that no rounding takes part. */
export const fraction = z.strictObject({
  numerator: z.number().int().positive(),
  denominator: z.number().int().positive(),
});
export type Fraction = z.infer<typeof fraction>;

/**
 * What counts as the whole: all members in office, those present, or those summoned, who are the members in office without
 * those whose absence has the chairperson's consent.
 */
export const voteBase = z.enum(['in-office', 'present', 'summoned']);
export type VoteBase = z.infer<typeof voteBase>;

/** `more-than-half` is strict (8 of 15); `two-thirds` and `three-quarters` are at least (10 and 12 of 15). */
export const voteThreshold = z.enum(['more-than-half', 'two-thirds', 'three-quarters']);
export type VoteThreshold = z.infer<typeof voteThreshold>;

export const voteRule = z.strictObject({ base: voteBase, threshold: voteThreshold });
export type VoteRule = z.infer<typeof voteRule>;

/** What a delegate may take along of a paper from the own terminal. */
export const copyPolicy = z.strictObject({
  /** Save it as a PDF with the own notes. */
  save: z.boolean(),
  /** Print it, with name, seat and time across every page. */
  print: z.boolean(),
  /** Copy words of it out of the page. Left out, they may be; they can be read, found and marked in any case. */
  words: z.boolean().optional(),
});
export type CopyPolicy = z.infer<typeof copyPolicy>;

/** A kind of decision with a rule of its own: a removal, an election. */
export const decisionKind = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string().min(1).max(120),
  rule: voteRule,
});
export type DecisionKind = z.infer<typeof decisionKind>;

/** How the body votes. */
export const votingRules = z.strictObject({
  /** An answer may be changed until the lock. */
  mayChange: z.boolean(),
  /** Whoever stands in for a voting member votes in his or her place. */
  substituteVotes: z.boolean(),
  /** An opinion in words may be given in the place of an answer. */
  otherOpinion: z.boolean(),
});
export type VotingRules = z.infer<typeof votingRules>;

/** The rules of the body that meets, as data: laws and work rules change, code should not. */
export const body = z.strictObject({
  name: z.string().min(1).max(200),
  /** Members in office (ủy viên đương nhiệm), present or not. */
  inOffice: z.number().int().positive().max(2000),
  /** The least presence for a valid meeting; null where the body's regulation sets none. */
  presence: fraction.nullable(),
  /** The rule of an ordinary decision. */
  decision: voteRule,
  /** Decisions with another rule than the ordinary one; read them by `domain/body-rules.ts`. */
  decisions: z.array(decisionKind).max(20).optional(),
  /** Left out: an answer may be changed, a substitute has no vote, and there is no opinion in words. */
  voting: votingRules.optional(),
  /** What a speech may take; left out, there is no limit. */
  speechMinutes: z.number().int().positive().max(240).optional(),
  /** Left out, papers are saved but not printed. */
  copies: copyPolicy.optional(),
  /** Where the rules come from, for people to check. */
  source: z.string().max(500),
});
export type Body = z.infer<typeof body>;

/** Where a seat stands on the room's map: column and row in a grid, from 0, halves allowed. */
export const seatPosition = z.strictObject({
  seat: seatLabel,
  column: z.number().min(0).max(100),
  row: z.number().min(0).max(100),
});
export type SeatPosition = z.infer<typeof seatPosition>;

export const meetingState = z.enum(['draft', 'released', 'open', 'closed']);
export type MeetingState = z.infer<typeof meetingState>;

/** A meeting. Draft is seen by the consoles alone; from release on the whole room has it. */
export const meeting = z.strictObject({
  id: meetingId,
  title: z.string().min(1).max(300),
  place: z.string().max(300),
  plannedAt: moment,
  body,
  seats: z.array(seatPosition).max(500),
  state: meetingState,
  releasedAt: moment.nullable(),
  openedAt: moment.nullable(),
  closedAt: moment.nullable(),
  /** When its papers were recalled (thu hồi), for ever; null while they may be read. */
  recalledAt: moment.nullable(),
  currentItemId: agendaItemId.nullable(),
  /** Since when there is a break (giải lao); null outside one. */
  breakSince: moment.nullable(),
  /** Voting members who are present now. */
  membersPresent: z.number().int().nonnegative(),
  /** Invited people who are present now, and how many are invited. */
  invitedPresent: z.number().int().nonnegative(),
  invited: z.number().int().nonnegative(),
});
export type Meeting = z.infer<typeof meeting>;
