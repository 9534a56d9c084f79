import type { AgendaItem } from '../records/agenda-item.ts';
import type { PaperCopies } from '../records/paper-copies.ts';
import type { Meeting } from '../records/meeting.ts';
import type { Vote } from '../records/vote.ts';
import { isPresenceEnough } from './majority.ts';
import { countCopies } from './paper-copies.ts';
import { isCounted, isDecision, terminalVoters } from './vote-kinds.ts';
import { isRunning } from './vote-steps.ts';

/** What the chairperson should do now; a console shows it as its one filled button. */
export type NextStep =
  /** The meeting is a draft; releasing is the secretary's. */
  | { readonly kind: 'wait-release' }
  | { readonly kind: 'open-meeting'; readonly isPresenceEnough: boolean }
  | { readonly kind: 'start-item'; readonly item: AgendaItem }
  | { readonly kind: 'open-vote'; readonly vote: Vote; readonly isPresenceEnough: boolean }
  /** Ballots are missing: hold, so that none is lost. */
  | { readonly kind: 'hold-vote'; readonly vote: Vote }
  /** Held and still missing ballots: wait; locking stays possible. */
  | { readonly kind: 'wait-ballots'; readonly vote: Vote }
  /** Everybody has answered who answers at a terminal; the count in the room is not confirmed yet. */
  | { readonly kind: 'wait-count'; readonly vote: Vote }
  | { readonly kind: 'lock-vote'; readonly vote: Vote }
  /** Ballots that came after the lock wait for the chairperson's word. */
  | { readonly kind: 'decide-late'; readonly vote: Vote }
  | { readonly kind: 'announce-vote'; readonly vote: Vote }
  /** There is a break. */
  | { readonly kind: 'resume-item'; readonly itemId: AgendaItem['id'] }
  /** Paper copies are out, and the item cannot be left before they are back. */
  | { readonly kind: 'wait-copies'; readonly out: number }
  | { readonly kind: 'close-meeting' }
  | { readonly kind: 'closed' };

export interface StateOfMeeting {
  readonly meeting: Meeting;
  /** Items of this meeting, in any order. */
  readonly items: readonly AgendaItem[];
  /** Votes of this meeting, in any order. */
  readonly votes: readonly Vote[];
  /** Late ballots of the running vote without a decision; none where it is left out. */
  readonly lateUndecided?: number;
  /** Paper copies of this meeting's items; none where it is left out. */
  readonly copies?: readonly PaperCopies[];
  /** A prepared vote that the chairperson wants before the others; the first one where it is left out. */
  readonly wantedVote?: Vote['id'] | null;
}

/** Finds the one right step for the chairperson from the state of the meeting alone. */
export function nextStep(state: StateOfMeeting): NextStep {
  const { meeting } = state;
  switch (meeting.state) {
    case 'draft':
      return { kind: 'wait-release' };
    case 'released':
      return { kind: 'open-meeting', isPresenceEnough: isEnough(meeting) };
    case 'open':
      return stepOfOpenMeeting(state);
    case 'closed':
      return { kind: 'closed' };
  }
}

function stepOfOpenMeeting(state: StateOfMeeting): NextStep {
  const { meeting, items, votes, lateUndecided = 0 } = state;
  const running = votes.find((vote) => isRunning(vote.state));
  if (running !== undefined) return stepOfRunningVote(running, lateUndecided);
  if (meeting.breakSince !== null && meeting.currentItemId !== null) {
    return { kind: 'resume-item', itemId: meeting.currentItemId };
  }
  const next = voteToPut(state);
  if (next !== null) {
    const mayOpen = !isDecision(next.kind) || isEnough(meeting);
    return { kind: 'open-vote', vote: next, isPresenceEnough: mayOpen };
  }
  const following = itemAfter(items, meeting.currentItemId);
  const out = copiesOut(state, following === null);
  if (out > 0) return { kind: 'wait-copies', out };
  return following === null ? { kind: 'close-meeting' } : { kind: 'start-item', item: following };
}

/** Copies that stand against leaving the current item, or against the close, which wants those of all items. */
function copiesOut({ meeting, copies = [] }: StateOfMeeting, isLast: boolean): number {
  return copies
    .filter(
      ({ meetingId, itemId }) => meetingId === meeting.id && (isLast || itemId === meeting.currentItemId),
    )
    .reduce((sum, of) => sum + countCopies(of).out, 0);
}

function stepOfRunningVote(vote: Vote, lateUndecided: number): NextStep {
  if (vote.state === 'locked') return { kind: lateUndecided > 0 ? 'decide-late' : 'announce-vote', vote };
  if (missingBallots(vote) === 0) return { kind: isCounted(vote) ? 'lock-vote' : 'wait-count', vote };
  return { kind: vote.state === 'held' ? 'wait-ballots' : 'hold-vote', vote };
}

/** Members of the electorate whose ballots have not arrived from a terminal, as a number. */
export function missingBallots(vote: Vote): number {
  return Math.max(0, terminalVoters(vote) - vote.received);
}

/** The vote that is put next in the current item: the one that is wanted, else the first prepared; null without any. */
export function voteToPut({
  meeting,
  votes,
  wantedVote,
}: Pick<StateOfMeeting, 'meeting' | 'votes' | 'wantedVote'>): Vote | null {
  const prepared = preparedVotes(votes, meeting.currentItemId);
  return prepared.find(({ id }) => id === wantedVote) ?? prepared[0] ?? null;
}

/** The prepared votes of an item, in the order they are put. */
function preparedVotes(votes: readonly Vote[], itemId: AgendaItem['id'] | null): readonly Vote[] {
  return votes
    .filter((vote) => vote.state === 'prepared' && vote.itemId === itemId)
    .toSorted((a, b) => a.order - b.order);
}

/** The item after the current one in the order of the agenda, the first one before any; null after the last. */
export function itemAfter(
  items: readonly AgendaItem[],
  currentItemId: AgendaItem['id'] | null,
): AgendaItem | null {
  const agenda = items.toSorted((a, b) => a.order - b.order);
  const current = agenda.find((item) => item.id === currentItemId);
  return agenda.find((item) => current === undefined || item.order > current.order) ?? null;
}

function isEnough(meeting: Meeting): boolean {
  return isPresenceEnough(meeting.body, meeting.membersPresent);
}
