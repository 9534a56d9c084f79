import type { LogEntry } from '../room/log-entry.ts';
import type { CountFigures } from '../../shared/records/count.ts';
import type { ParticipantId, VoteId } from '../../shared/records/ids.ts';
import type { VoteForm } from '../../shared/records/vote-form.ts';
import type { VoteAnswer } from '../../shared/records/vote.ts';
import type { PresenceAudit } from './audit-presence.ts';
import type { CountedVote } from './recount.ts';
import { holds } from './violation.ts';

/** What a line of the log does to a vote, before it is taken into the count. */
export interface VoteLine {
  readonly entry: LogEntry;
  readonly votes: ReadonlyMap<VoteId, CountedVote>;
  readonly presence: PresenceAudit;
}

/** Judges what the lines of the log may not say of a vote, read in order. */
export function judgeVoteLine({ entry, votes, presence }: VoteLine): void {
  if (!('voteId' in entry.payload)) return;
  const vote = votes.get(entry.payload.voteId);
  if (vote === undefined) return;
  switch (entry.type) {
    case 'vote/opened':
      return judgeOpening(entry, vote, presence);
    case 'vote/locked':
      return holds(
        !isCountedInRoom(vote) || vote.confirmed,
        'VOTE-11',
        () => `entry ${entry.seq} locks a vote whose count two people have not agreed on`,
      );
    case 'vote/announced':
      return judgeAnnouncement(entry, vote);
    case 'ballot/cast':
    case 'ballot/arrived-late':
      return judgeAnswer(entry, vote);
    case 'ballot/paper-issued':
      return judgePaper(entry, vote);
    case 'ballot/late-decided':
      return judgeLateDecision(entry, vote);
    case 'count/entered':
      return judgeFigures(entry, vote);
    case 'count/confirmed':
      return judgeConfirmation(entry, vote);
    default:
  }
}

/** True where something of the vote is counted by hand: no terminal can tell. */
export function isCountedInRoom({ plan, paperVoters }: CountedVote): boolean {
  return (
    plan.kind === 'raised-hands' || plan.kind === 'paper' || (plan.kind === 'mixed' && paperVoters.size > 0)
  );
}

/** The names that can be chosen in a form. */
export function namesOf(form: VoteForm | undefined): readonly string[] {
  if (form === undefined || form.type === 'approval') return [];
  return form.type === 'options' ? form.options : form.candidates;
}

function judgeOpening(
  entry: LogEntry & { type: 'vote/opened' },
  vote: CountedVote,
  presence: PresenceAudit,
): void {
  const { electorate } = entry.payload;
  const present = presence.votersPresent();
  holds(
    [...electorate].toSorted().join() === present.toSorted().join(),
    'VOTE-2',
    () => `entry ${entry.seq} lets ${electorate.join()} vote, present are ${present.join()}`,
  );
  holds(
    vote.plan.kind === 'quick-poll' || presence.isEnough(electorate.length),
    'VOTE-2',
    () => `entry ${entry.seq} opens a vote with ${electorate.length} present, which is not enough`,
  );
}

function judgeAnnouncement({ seq }: LogEntry, vote: CountedVote): void {
  holds(
    vote.lockedSeq !== null && vote.announcedSeq === null,
    'VOTE-1',
    () => `entry ${seq} announces out of order`,
  );
  const undecided = [...vote.late.keys()].filter((person) => !vote.decided.has(person));
  holds(
    undecided.length === 0,
    'VOTE-14',
    () => `entry ${seq} announces while nothing is decided about the late ballots of ${undecided.join()}`,
  );
}

function judgeAnswer(
  entry: LogEntry & { type: 'ballot/cast' | 'ballot/arrived-late' },
  vote: CountedVote,
): void {
  const { seq, payload } = entry;
  const { plan, ballots, paperVoters } = vote;
  const atTerminals = plan.kind !== 'raised-hands' && plan.kind !== 'paper';
  holds(
    atTerminals,
    'VOTE-11',
    () => `entry ${seq} is an answer from a terminal in a vote that is none of theirs`,
  );
  holds(
    !paperVoters.has(payload.participantId),
    'VOTE-13',
    () => `entry ${seq} is of somebody who has paper`,
  );
  holds(
    ballots.get(payload.participantId) === undefined || plan.mayChange !== false,
    'VOTE-9',
    () => `entry ${seq} changes an answer that may not be changed`,
  );
  holds(
    fits(plan.form, payload.choice),
    'VOTE-8',
    () => `entry ${seq}: ${JSON.stringify(payload.choice)} fits no form`,
  );
}

function fits(form: VoteForm | undefined, answer: VoteAnswer): boolean {
  if (answer === 'abstain') return true;
  if (form === undefined || form.type === 'approval')
    return typeof answer === 'string' || ('other' in answer && form?.other === true);
  if (typeof answer === 'string' || 'other' in answer) return false;
  const most = form.type === 'options' ? form.most : form.seats;
  const names = namesOf(form).length;
  const chosen = new Set(answer.options);
  return chosen.size === answer.options.length && chosen.size <= most && Math.max(...chosen) < names;
}

function judgePaper({ seq, payload }: LogEntry & { type: 'ballot/paper-issued' }, vote: CountedVote): void {
  const { participantId: who } = payload;
  const isOpen = vote.openedSeq !== null && vote.lockedSeq === null;
  holds(
    isOpen && vote.plan.kind === 'mixed',
    'VOTE-13',
    () => `entry ${seq} gives out paper where there is none`,
  );
  holds(!vote.ballots.has(who), 'VOTE-13', () => `entry ${seq} gives paper to ${who}, who has voted`);
  holds(
    vote.electorate.includes(who) && !vote.paperVoters.has(who),
    'VOTE-13',
    () => `entry ${seq} gives paper to ${who}, who has it or has no vote`,
  );
}

function judgeLateDecision(
  { seq, payload }: LogEntry & { type: 'ballot/late-decided' },
  vote: CountedVote,
): void {
  const { participantId: who } = payload;
  const isTime = vote.lockedSeq !== null && vote.announcedSeq === null;
  holds(
    isTime,
    'VOTE-14',
    () => `entry ${seq} decides about a late ballot before the lock or after the announcement`,
  );
  holds(
    vote.late.has(who) && !vote.decided.has(who),
    'VOTE-14',
    () => `entry ${seq} decides about a ballot of ${who}, which is not there or decided`,
  );
}

function judgeFigures({ seq, payload }: LogEntry & { type: 'count/entered' }, vote: CountedVote): void {
  const isTime = vote.openedSeq !== null && vote.lockedSeq === null && isCountedInRoom(vote);
  holds(isTime, 'VOTE-11', () => `entry ${seq} enters a count where nothing is counted`);
  holds(doAddUp(payload, vote), 'VOTE-12', () => `entry ${seq}: ${JSON.stringify(payload)} does not add up`);
}

function doAddUp(figures: CountFigures, { plan, electorate, paperVoters }: CountedVote): boolean {
  const { issued, returned, valid, invalid, approve, reject, abstain, other, options } = figures;
  const isByHand = plan.kind === 'raised-hands';
  const sheets = isByHand
    ? issued + returned + valid + invalid === 0
    : issued >= returned &&
      returned === valid + invalid &&
      (plan.kind === 'mixed' ? issued === paperVoters.size : issued <= electorate.length);
  const ballots = isByHand ? electorate.length : valid;
  const names = namesOf(plan.form).length;
  if (!sheets || options.length !== names) return false;
  const { form } = plan;
  if (form === undefined || form.type === 'approval')
    return ballots - approve - reject - abstain === other && (other === 0 || form?.other === true);
  const marking = ballots - abstain;
  const marks = options.reduce((sum, one) => sum + one, 0);
  const most = form.type === 'options' ? form.most : form.seats;
  return (
    approve + reject + other === 0 &&
    marking >= 0 &&
    Math.max(...options) <= marking &&
    marks >= marking &&
    marks <= marking * most
  );
}

function judgeConfirmation(entry: LogEntry & { type: 'count/confirmed' }, vote: CountedVote): void {
  const { actor, seq } = entry;
  const { entered, enteredBy } = vote;
  holds(
    entered !== null && vote.lockedSeq === null,
    'VOTE-11',
    () => `entry ${seq} confirms a count that is not there`,
  );
  holds(
    actor.participantId !== null && actor.participantId !== enteredBy,
    'VOTE-11',
    () => `entry ${seq}: ${actor.participantId} confirms the own count`,
  );
  holds(
    actor.surface !== 'seat' || isOfBoard(vote, actor.participantId),
    'VOTE-11',
    () => `entry ${seq}: ${actor.participantId} confirms and is not of the counting board`,
  );
}

function isOfBoard({ plan }: CountedVote, who: ParticipantId | null): boolean {
  return who !== null && (plan.countingBoard ?? []).includes(who);
}
