import type { CountFigures } from '../records/count.ts';
import type { Body } from '../records/meeting.ts';
import type { Tally } from '../records/tally.ts';
import type { Vote, VoteAnswer } from '../records/vote.ts';
import { must } from '../std/must.ts';
import { decideVerdict, type Membership } from './majority.ts';
import { isDecision, mostOf, optionsOf } from './vote-kinds.ts';

/** Answers of a vote, counted. */
export interface Sums {
  readonly approve: number;
  readonly reject: number;
  readonly abstain: number;
  readonly other: number;
  readonly options: readonly number[];
}

/** Counts the answers given at the terminals. */
export function sumAnswers(vote: Pick<Vote, 'form'>, answers: Iterable<VoteAnswer>): Sums {
  const sums = { approve: 0, reject: 0, abstain: 0, other: 0 };
  const options = optionsOf(vote.form).map(() => 0);
  for (const answer of answers) {
    if (typeof answer === 'string') sums[answer] += 1;
    else if ('other' in answer) sums.other += 1;
    else for (const option of answer.options) options[option] = (options[option] ?? 0) + 1;
  }
  return { ...sums, options };
}

/** What a result is made of besides the vote itself. */
export interface CountedBallots {
  readonly body: Body;
  /** Answers given at the terminals, late ones that were accepted among them; one per voter. */
  readonly answers: readonly VoteAnswer[];
  /** The confirmed count in the room; null where nothing was counted by hand. */
  readonly count: CountFigures | null;
}

/** The figures of a result, before it has a place in the log. */
export type Figures = Omit<
  Tally,
  'voteId' | 'meetingId' | 'lateAccepted' | 'lockedSeq' | 'checkCode' | 'announced' | 'head' | 'signature'
>;

/** Settles the result of a vote: the one place where it is decided. */
export function figuresOf(vote: Vote, { body, answers, count }: CountedBallots): Figures {
  const { rule, kind, form, electorate } = vote;
  const atTerminals = sumAnswers(vote, answers);
  const sums = count === null ? atTerminals : addUp(atTerminals, count);
  const notVoted = electorate.length - answers.length - inRoom(vote, count);
  must(notVoted >= 0, 'more answers than members of the electorate');
  const present = electorate.length;
  const summoned = vote.summoned ?? body.inOffice;
  const result = resultOf(vote, sums, { inOffice: body.inOffice, present, summoned });
  return {
    rule,
    kind,
    form,
    approve: sums.approve,
    reject: sums.reject,
    abstain: sums.abstain,
    other: sums.other,
    options: [...sums.options],
    count,
    notVoted,
    absent: Math.max(0, body.inOffice - present),
    inOffice: body.inOffice,
    present,
    ...result,
  };
}

/** How many voters stand behind a count: those counted by their hands, or those whose paper came back. */
function inRoom({ kind, electorate }: Vote, count: CountFigures | null): number {
  if (count === null) return 0;
  return kind === 'raised-hands' ? electorate.length : count.returned;
}

function addUp(a: Sums, b: Sums): Sums {
  return {
    approve: a.approve + b.approve,
    reject: a.reject + b.reject,
    abstain: a.abstain + b.abstain,
    other: a.other + b.other,
    options: a.options.map((sum, at) => sum + (b.options[at] ?? 0)),
  };
}

function resultOf(
  { rule, kind, form }: Vote,
  sums: Sums,
  members: Membership,
): Pick<Tally, 'base' | 'needed' | 'verdict' | 'elected'> {
  const { base, needed, verdict } = decideVerdict(rule, sums.approve, members);
  if (!isDecision(kind)) return { base, needed, verdict: 'none', elected: [] };
  if (form.type === 'approval') return { base, needed, verdict, elected: [] };
  const elected = electedOf(sums.options, mostOf(form), needed);
  const isEnough = form.type === 'election' ? elected.length === form.seats : elected.length > 0;
  return { base, needed, verdict: isEnough ? 'passed' : 'not-passed', elected: [...elected] };
}

/**
 * The places of the options that have at least `needed`, best first, `most` at most. Where a tie stands across the last
 * place nobody of the tie has it: that is for the body to decide, in another round.
 */
export function electedOf(votes: readonly number[], most: number, needed: number): readonly number[] {
  const ranked = votes
    .map((count, at) => ({ count, at }))
    .filter(({ count }) => count >= needed)
    .toSorted((a, b) => b.count - a.count || a.at - b.at);
  const first = ranked[most];
  const within = ranked.slice(0, most);
  const clear = first === undefined ? within : within.filter(({ count }) => count > first.count);
  return clear.map(({ at }) => at);
}
