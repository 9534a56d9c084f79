import { z } from 'zod';

/**
 * How a vote is held.
 * - `open`: at the terminals, with names in the minutes
 * - `raised-hands`: counted in the room (biểu quyết giơ tay)
 * - `paper`: on paper alone; `mixed`: at the terminals, and on paper for those who have been given a paper ballot
 * - `quick-poll`: at the terminals, and never a decision (thăm dò nhanh)
 */
export const voteKind = z.enum(['open', 'raised-hands', 'paper', 'mixed', 'quick-poll']);
export type VoteKind = z.infer<typeof voteKind>;

const option = z.string().min(1).max(200);

/** What is asked: yes or no, one or `most` of several options, or an election of `seats` among the candidates. */
export const voteForm = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('approval'),
    /** An opinion of one's own, in words, is an answer too. */
    other: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('options'),
    options: z.array(option).min(2).max(50),
    most: z.number().int().min(1).max(50),
  }),
  z.strictObject({
    type: z.literal('election'),
    candidates: z.array(option).min(1).max(50),
    seats: z.number().int().min(1).max(50),
  }),
]);
export type VoteForm = z.infer<typeof voteForm>;
