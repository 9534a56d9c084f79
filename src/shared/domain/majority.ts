import type { Body, Fraction, VoteRule } from '../records/meeting.ts';
import type { VoteChoice } from '../records/vote.ts';
import { must, unreachable } from '../std/must.ts';

/** How many members there are, by each way of counting them. */
export interface Membership {
  readonly inOffice: number;
  readonly present: number;
  /** Those in office without those whose absence has consent; left out where nobody's has: then all in office. */
  readonly summoned?: number;
}

/** The size of the whole that a rule counts against. */
export function baseOf(rule: VoteRule, { inOffice, present, summoned = inOffice }: Membership): number {
  switch (rule.base) {
    case 'in-office':
      return inOffice;
    case 'present':
      return present;
    case 'summoned':
      return summoned;
    default:
      return unreachable(rule.base);
  }
}

/**
 * The fewest approvals that pass: strictly more than half, or at least two thirds or three quarters, of `base`.
 * Of 15: 8, 10 or 12. Rules: Party Charter Art. 9.5 (more than half of the members of the body); Law on the Organisation
 * of Local Government Art. 91 (two thirds for a removal).
 */
export function approvalsNeeded(threshold: VoteRule['threshold'], base: number): number {
  must(Number.isInteger(base) && base >= 0, 'a base is a count of people');
  switch (threshold) {
    case 'more-than-half':
      return Math.floor(base / 2) + 1;
    case 'two-thirds':
      return Math.max(1, Math.ceil((base * 2) / 3));
    case 'three-quarters':
      return Math.max(1, Math.ceil((base * 3) / 4));
    default:
      return unreachable(threshold);
  }
}

/** The fewest members present for a valid meeting; 0 where the body's rules set none. */
export function presenceNeeded(presence: Fraction | null, inOffice: number): number {
  return presence === null ? 0 : Math.ceil((inOffice * presence.numerator) / presence.denominator);
}

/** Whether enough members of the body are present (đủ điều kiện họp). */
export function isPresenceEnough(body: Body, membersPresent: number): boolean {
  return membersPresent >= presenceNeeded(body.presence, body.inOffice);
}

/** Answers to a vote, counted. `notVoted` are members of the electorate without an answer. */
export interface Count {
  readonly approve: number;
  readonly reject: number;
  readonly abstain: number;
  readonly notVoted: number;
}

/** Counts one answer per member of an electorate of `electorateSize`. */
export function countChoices(choices: Iterable<VoteChoice>, electorateSize: number): Count {
  const count = { approve: 0, reject: 0, abstain: 0 };
  for (const choice of choices) count[choice] += 1;
  const notVoted = electorateSize - count.approve - count.reject - count.abstain;
  must(notVoted >= 0, 'more answers than members of the electorate');
  return { ...count, notVoted };
}

/** A verdict with the numbers that decided it. */
export interface Verdict {
  readonly base: number;
  readonly needed: number;
  readonly verdict: 'passed' | 'not-passed';
}

/** Decides a vote: `approve` against what the rule needs of its base. */
export function decideVerdict(rule: VoteRule, approve: number, members: Membership): Verdict {
  const base = baseOf(rule, members);
  const needed = approvalsNeeded(rule.threshold, base);
  return { base, needed, verdict: approve >= needed ? 'passed' : 'not-passed' };
}
