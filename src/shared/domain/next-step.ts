import type { AgendaItem } from '../records/agenda-item.ts';
import type { Meeting } from '../records/meeting.ts';
import type { Vote } from '../records/vote.ts';
import { isPresenceEnough } from './majority.ts';
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
  | { readonly kind: 'lock-vote'; readonly vote: Vote }
  | { readonly kind: 'announce-vote'; readonly vote: Vote }
  | { readonly kind: 'close-meeting' }
  | { readonly kind: 'closed' };

export interface StateOfMeeting {
  readonly meeting: Meeting;
  /** Items of this meeting, in any order. */
  readonly items: readonly AgendaItem[];
  /** Votes of this meeting, in any order. */
  readonly votes: readonly Vote[];
}

/** Finds the one right step for the chairperson from the state of the meeting alone. */
export function nextStep({ meeting, items, votes }: StateOfMeeting): NextStep {
  switch (meeting.state) {
    case 'draft':
      return { kind: 'wait-release' };
    case 'released':
      return { kind: 'open-meeting', isPresenceEnough: isEnough(meeting) };
    case 'open':
      return stepOfOpenMeeting(meeting, items, votes);
    case 'closed':
      return { kind: 'closed' };
  }
}

function stepOfOpenMeeting(meeting: Meeting, items: readonly AgendaItem[], votes: readonly Vote[]): NextStep {
  const running = votes.find((vote) => isRunning(vote.state));
  if (running !== undefined) return stepOfRunningVote(running);
  const prepared = preparedVotes(votes, meeting.currentItemId)[0];
  if (prepared !== undefined) {
    return { kind: 'open-vote', vote: prepared, isPresenceEnough: isEnough(meeting) };
  }
  const following = itemAfter(items, meeting.currentItemId);
  return following === null ? { kind: 'close-meeting' } : { kind: 'start-item', item: following };
}

function stepOfRunningVote(vote: Vote): NextStep {
  if (vote.state === 'locked') return { kind: 'announce-vote', vote };
  if (missingBallots(vote) === 0) return { kind: 'lock-vote', vote };
  return { kind: vote.state === 'held' ? 'wait-ballots' : 'hold-vote', vote };
}

/** Members of the electorate whose ballots have not arrived, as a number. */
export function missingBallots(vote: Vote): number {
  return Math.max(0, vote.electorate.length - vote.received);
}

/** The prepared votes of an item, in a fixed order. */
export function preparedVotes(votes: readonly Vote[], itemId: AgendaItem['id'] | null): readonly Vote[] {
  return votes
    .filter((vote) => vote.state === 'prepared' && vote.itemId === itemId)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
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
