import { z } from 'zod';
import { meetingId, voteId } from './ids.ts';
import { voteRule } from './meeting.ts';
import { countFigures } from './count.ts';
import { voteForm, voteKind } from './vote-form.ts';

/** A place in the log and the hash there, which stands for everything before it. */
export const logHead = z.strictObject({ seq: z.number().int().nonnegative(), hash: z.string().length(64) });
export type LogHead = z.infer<typeof logHead>;

/** An Ed25519 signature and the public key that it verifies with, both in lower-case hexadecimal. */
export const signature = z.strictObject({
  key: z.string().regex(/^[0-9a-f]{64}$/),
  value: z.string().regex(/^[0-9a-f]{128}$/),
});
export type Signature = z.infer<typeof signature>;

/** The result of a vote with every number that decided it. The consoles have it from the lock, all from the announcement. */
export const tally = z.strictObject({
  voteId,
  meetingId,
  rule: voteRule,
  kind: voteKind,
  form: voteForm,
  approve: z.number().int().nonnegative(),
  reject: z.number().int().nonnegative(),
  abstain: z.number().int().nonnegative(),
  /** Opinions in words. */
  other: z.number().int().nonnegative(),
  /** Of each option or candidate, how often it was chosen; empty in a vote of approval. */
  options: z.array(z.number().int().nonnegative()).max(50),
  /** Options that have what the rule asks, best first and no more than may be chosen; places from 0. */
  elected: z.array(z.number().int().nonnegative()).max(50),
  /** The count in the room that is part of these figures; null where nothing was counted by hand. */
  count: countFigures.nullable(),
  /** Late ballots that the chairperson accepted; they are in the figures. */
  lateAccepted: z.number().int().nonnegative(),
  /** Of the electorate, those without a ballot before the lock (chưa biểu quyết). */
  notVoted: z.number().int().nonnegative(),
  /** Members in office who were not in the electorate. */
  absent: z.number().int().nonnegative(),
  inOffice: z.number().int().positive(),
  present: z.number().int().nonnegative(),
  /** Size of the base, and approvals needed to pass. */
  base: z.number().int().nonnegative(),
  needed: z.number().int().nonnegative(),
  /** `none`: a quick poll decides nothing. */
  verdict: z.enum(['passed', 'not-passed', 'none']),
  /** Sequence and check code of the log entry that locked the vote. */
  lockedSeq: z.number().int().positive(),
  checkCode: z.string(),
  announced: z.boolean(),
  /** Where the log stood when the result was announced, and the room's signature of it; null before, and of old logs. */
  head: logHead.nullable(),
  signature: signature.nullable(),
});
export type Tally = z.infer<typeof tally>;

/** What an announcement says of a result; whoever has the log can count it again. */
export const announcedResult = tally.pick({
  approve: true,
  reject: true,
  abstain: true,
  other: true,
  options: true,
  elected: true,
  notVoted: true,
  present: true,
  inOffice: true,
  base: true,
  needed: true,
  verdict: true,
});
