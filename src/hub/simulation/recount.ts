import type { LogEntry } from '../room/log-entry.ts';
import type { CountFigures } from '../../shared/records/count.ts';
import type { ParticipantId, VoteId } from '../../shared/records/ids.ts';
import type { VoteAnswer } from '../../shared/records/vote.ts';

/** A vote as somebody counts it who has nothing but the log, and reads it from the top with a pencil. */
export interface CountedVote {
  electorate: readonly ParticipantId[];
  /** As it was last prepared or changed. */
  plan: (LogEntry & { type: 'vote/prepared' })['payload'];
  /** Members of the electorate who answer on paper. */
  readonly paperVoters: Set<ParticipantId>;
  /** The last answer of each person, of those that stand before the lock. */
  readonly ballots: Map<ParticipantId, VoteAnswer>;
  /** Answers behind the lock. */
  readonly late: Map<ParticipantId, VoteAnswer>;
  /** Late answers that the chairperson accepted before the announcement, and where the log says so. */
  readonly accepted: Map<ParticipantId, { readonly answer: VoteAnswer; readonly seq: number }>;
  /** Whose late ballots the chairperson has spoken on, either way. */
  readonly decided: Set<ParticipantId>;
  /** The last count in the room, who entered it, and whether somebody has confirmed just this one. */
  entered: CountFigures | null;
  enteredBy: ParticipantId | null;
  confirmed: boolean;
  /** Ballots that stand behind the lock, as entries of either kind. */
  readonly behindLock: { readonly type: 'ballot/cast' | 'ballot/arrived-late'; readonly seq: number }[];
  /** Late ballots that stand before the lock, which cannot be. */
  lateBeforeLock: number;
  openedSeq: number | null;
  lockedSeq: number | null;
  announcedSeq: number | null;
}

/**
 * Counts every vote of a log. Written apart from the engine on purpose and from other ideas: it knows no states and no
 * rules, only which line stands above which.
 */
export function recount(entries: Iterable<LogEntry>): Map<VoteId, CountedVote> {
  const votes = new Map<VoteId, CountedVote>();
  for (const entry of entries) addToCount(votes, entry);
  return votes;
}

/** Takes the next line of the log into the count. */
export function addToCount(votes: Map<VoteId, CountedVote>, entry: LogEntry): void {
  if (entry.type === 'vote/prepared') {
    votes.set(entry.payload.voteId, uncounted(entry.payload));
    return;
  }
  if (!('voteId' in entry.payload)) return;
  const vote = votes.get(entry.payload.voteId);
  if (vote === undefined) return;
  switch (entry.type) {
    case 'vote/changed':
      vote.plan = entry.payload;
      return;
    case 'vote/opened':
      return openCount(vote, entry);
    case 'vote/locked':
      vote.lockedSeq ??= entry.seq;
      return;
    case 'vote/announced':
      vote.announcedSeq ??= entry.seq;
      return;
    case 'ballot/cast':
    case 'ballot/arrived-late':
      return addBallot(vote, entry);
    case 'ballot/late-decided':
      return addLateDecision(vote, entry);
    case 'ballot/paper-issued':
      vote.paperVoters.add(entry.payload.participantId);
      vote.confirmed = false;
      vote.entered = null;
      return;
    case 'count/entered': {
      const { voteId: _, ...figures } = entry.payload;
      Object.assign(vote, { entered: figures, enteredBy: entry.actor.participantId, confirmed: false });
      return;
    }
    case 'count/confirmed':
      vote.confirmed = entry.payload.agrees;
      return;
    default:
  }
}

function uncounted(plan: CountedVote['plan']): CountedVote {
  return {
    electorate: [],
    plan,
    paperVoters: new Set(),
    ballots: new Map(),
    late: new Map(),
    accepted: new Map(),
    decided: new Set(),
    entered: null,
    enteredBy: null,
    confirmed: false,
    behindLock: [],
    lateBeforeLock: 0,
    openedSeq: null,
    lockedSeq: null,
    announcedSeq: null,
  };
}

function openCount(vote: CountedVote, { seq, payload }: LogEntry & { type: 'vote/opened' }): void {
  vote.electorate = payload.electorate;
  vote.openedSeq = seq;
  for (const person of vote.plan.paperVoters ?? [])
    if (payload.electorate.includes(person)) vote.paperVoters.add(person);
}

function addBallot(
  vote: CountedVote,
  { type, seq, payload }: LogEntry & { type: 'ballot/cast' | 'ballot/arrived-late' },
): void {
  if (vote.lockedSeq !== null) {
    vote.behindLock.push({ type, seq });
    vote.late.set(payload.participantId, payload.choice);
  } else if (type === 'ballot/cast') {
    vote.ballots.set(payload.participantId, payload.choice);
  } else {
    vote.lateBeforeLock += 1;
  }
}

function addLateDecision(
  vote: CountedVote,
  { seq, payload }: LogEntry & { type: 'ballot/late-decided' },
): void {
  if (vote.announcedSeq !== null) return;
  const { participantId: who, accept } = payload;
  vote.decided.add(who);
  const answer = vote.late.get(who);
  if (accept && answer !== undefined) vote.accepted.set(who, { answer, seq });
}

export interface Sums {
  readonly approve: number;
  readonly reject: number;
  readonly abstain: number;
  readonly other: number;
  readonly options: readonly number[];
  readonly notVoted: number;
}

/** The sums of a counted vote, as the log had them at `seq`: every answer on a sheet of its own, and the sheets sorted. */
export function sumsOf(vote: CountedVote, seq = Infinity): Sums {
  const accepted = [...vote.accepted].filter(([, late]) => late.seq <= seq);
  const answers = [...vote.ballots.values(), ...accepted.map(([, late]) => late.answer)];
  const { form, kind } = vote.plan;
  const inRoom =
    kind === 'raised-hands' || kind === 'paper' || vote.paperVoters.size > 0 ? vote.entered : null;
  const given = (choice: 'approve' | 'reject' | 'abstain'): number =>
    answers.filter((one) => one === choice).length + (inRoom?.[choice] ?? 0);
  const names =
    form === undefined || form.type === 'approval'
      ? []
      : form.type === 'options'
        ? form.options
        : form.candidates;
  const chose = (option: number): number =>
    answers.filter((one) => typeof one === 'object' && 'options' in one && one.options.includes(option))
      .length;
  const voted = new Set([...vote.ballots.keys(), ...accepted.map(([person]) => person)]);
  const atTerminals = vote.electorate.filter((person) => !voted.has(person)).length;
  const byHand = kind === 'raised-hands' ? vote.electorate.length : (inRoom?.returned ?? 0);
  return {
    approve: given('approve'),
    reject: given('reject'),
    abstain: given('abstain'),
    other: answers.filter((one) => typeof one === 'object' && 'other' in one).length + (inRoom?.other ?? 0),
    options: names.map((_, option) => chose(option) + (inRoom?.options[option] ?? 0)),
    notVoted: atTerminals - byHand,
  };
}
