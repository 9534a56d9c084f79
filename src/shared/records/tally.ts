import { z } from 'zod';
import { meetingId, voteId } from './ids.ts';
import { voteRule } from './meeting.ts';

/** The result of a vote with every number that decided it. The consoles have it from the lock, all from the announcement. */
export const tally = z.strictObject({
  voteId,
  meetingId,
  rule: voteRule,
  approve: z.number().int().nonnegative(),
  reject: z.number().int().nonnegative(),
  abstain: z.number().int().nonnegative(),
  /** Of the electorate, those without a ballot before the lock (chưa biểu quyết). */
  notVoted: z.number().int().nonnegative(),
  /** Members in office who were not in the electorate. */
  absent: z.number().int().nonnegative(),
  inOffice: z.number().int().positive(),
  present: z.number().int().nonnegative(),
  /** Size of the base, and approvals needed to pass. */
  base: z.number().int().nonnegative(),
  needed: z.number().int().nonnegative(),
  verdict: z.enum(['passed', 'not-passed']),
  /** Sequence and check code of the log entry that locked the vote. */
  lockedSeq: z.number().int().positive(),
  checkCode: z.string(),
  announced: z.boolean(),
});
export type Tally = z.infer<typeof tally>;
