import type { LogEntry } from '../room/log-entry.ts';
import type { ParticipantId, VoteId } from '../../shared/records/ids.ts';
import type { VoteAnswer, VoteChoice } from '../../shared/records/vote.ts';

/** A vote as somebody counts it who has nothing but the log, and reads it from the top with a pencil. */
export interface CountedVote {
  readonly electorate: readonly ParticipantId[];
  readonly prepared: LogEntry & { type: 'vote/prepared' };
  /** The last answer of each person, of those that stand before the lock. */
  readonly ballots: Map<ParticipantId, VoteAnswer>;
  /** Answers behind the lock. */
  readonly late: Map<ParticipantId, VoteAnswer>;
  /** Late answers that the chairperson accepted before the announcement, and where the log says so. */
  readonly accepted: Map<ParticipantId, { readonly answer: VoteAnswer; readonly seq: number }>;
  /** Ballots that stand behind the lock, as entries of either kind. */
  readonly behindLock: { readonly type: 'ballot/cast' | 'ballot/arrived-late'; readonly seq: number }[];
  /** Late ballots that stand before the lock, which cannot be. */
  lateBeforeLock: number;
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
    votes.set(entry.payload.voteId, {
      electorate: [],
      prepared: entry,
      ballots: new Map(),
      late: new Map(),
      accepted: new Map(),
      behindLock: [],
      lateBeforeLock: 0,
      lockedSeq: null,
      announcedSeq: null,
    });
    return;
  }
  if (!('voteId' in entry.payload)) return;
  const vote = votes.get(entry.payload.voteId);
  if (vote === undefined) return;
  if (entry.type === 'vote/opened')
    votes.set(entry.payload.voteId, { ...vote, electorate: entry.payload.electorate });
  if (entry.type === 'vote/locked') vote.lockedSeq ??= entry.seq;
  if (entry.type === 'vote/announced') vote.announcedSeq ??= entry.seq;
  if (entry.type === 'ballot/late-decided' && entry.payload.accept && vote.announcedSeq === null) {
    const answer = vote.late.get(entry.payload.participantId);
    if (answer !== undefined) vote.accepted.set(entry.payload.participantId, { answer, seq: entry.seq });
  }
  if (entry.type !== 'ballot/cast' && entry.type !== 'ballot/arrived-late') return;
  if (vote.lockedSeq !== null) {
    vote.behindLock.push({ type: entry.type, seq: entry.seq });
    vote.late.set(entry.payload.participantId, entry.payload.choice);
  } else if (entry.type === 'ballot/cast') {
    vote.ballots.set(entry.payload.participantId, entry.payload.choice);
  } else {
    vote.lateBeforeLock += 1;
  }
}

export interface Sums {
  readonly approve: number;
  readonly reject: number;
  readonly abstain: number;
  readonly notVoted: number;
}

/** The sums of a counted vote, as the log had them at `seq`. */
export function sumsOf(vote: CountedVote, seq = Infinity): Sums {
  const accepted = [...vote.accepted].filter(([, late]) => late.seq <= seq);
  const choices = [...vote.ballots.values(), ...accepted.map(([, late]) => late.answer)];
  const given = (choice: VoteChoice): number => choices.filter((one) => one === choice).length;
  const voted = new Set([...vote.ballots.keys(), ...accepted.map(([person]) => person)]);
  const notVoted = vote.electorate.filter((person) => !voted.has(person)).length;
  return { approve: given('approve'), reject: given('reject'), abstain: given('abstain'), notVoted };
}
