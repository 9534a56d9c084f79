import { isPresenceEnough } from '../../shared/domain/majority.ts';
import { afterStep, isRunning, takesBallots, type VoteStep } from '../../shared/domain/vote-steps.ts';
import type { MeetingId } from '../../shared/records/ids.ts';
import type { Vote } from '../../shared/records/vote.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { refused } from '../../shared/std/result.ts';
import { all, read, votersPresent, type RoomState } from './room-state.ts';
import {
  happens,
  meetingOfItem,
  meetingOfVote,
  type Case,
  type Decision,
  type Rule,
  type Rules,
} from './rule.ts';

/** Votes and ballots. */
export const voteRules: Rules<
  'vote/prepare' | 'vote/open' | 'vote/hold' | 'vote/lock' | 'vote/announce' | 'ballot/cast'
> = {
  'vote/prepare': {
    meetingOf: meetingOfItem,
    decide({ state, payload }, meeting) {
      if (read(state, 'vote', payload.voteId) !== null) return refused('vote/exists');
      if (payload.versionId !== null) {
        const version = read(state, 'document-version', payload.versionId);
        if (version === null || version.meetingId !== meeting.id) return refused('document/unknown');
      }
      return happens({ type: 'vote/prepared', payload });
    },
  },
  'vote/open': {
    meetingOf: meetingOfVote,
    decide({ state, payload }, meeting) {
      const flaw = stepFlaw(state, payload.voteId, 'open');
      if (flaw !== null) return refused(flaw);
      if (runningVote(state, meeting.id) !== null) return refused('vote/another-running');
      const electorate = votersPresent(state, meeting);
      if (electorate.length === 0) return refused('vote/nobody-present');
      if (!isPresenceEnough(meeting.body, electorate.length)) return refused('vote/not-enough-present');
      return happens({ type: 'vote/opened', payload: { ...payload, electorate } });
    },
  },
  'vote/hold': voteStep('hold', 'vote/held'),
  'vote/lock': voteStep('lock', 'vote/locked'),
  'vote/announce': voteStep('announce', 'vote/announced'),
  'ballot/cast': {
    meetingOf: meetingOfVote,
    decide: decideBallot,
  },
};

/**
 * Before the lock an answer counts and may replace the one before it. After the lock one more is kept as late, which
 * counts for nothing by itself; a change of an answer that is counted already is refused (INV-3).
 */
function decideBallot({ state, payload, asker }: Case<'ballot/cast'>): Decision {
  if (asker === null || asker.id !== payload.participantId) return refused('access/another-person');
  const vote = read(state, 'vote', payload.voteId);
  if (vote === null) return refused('vote/unknown');
  if (vote.state === 'prepared') return refused('vote/not-open');
  if (!vote.electorate.includes(asker.id)) return refused('vote/no-right');
  if (vote.versionId !== payload.versionId) return refused('vote/another-text');
  if (takesBallots(vote.state)) return happens({ type: 'ballot/cast', payload });
  if (read(state, 'ballot', `${vote.id}~${asker.id}`) !== null) return refused('vote/locked');
  return happens({ type: 'ballot/arrived-late', payload });
}

function voteStep(
  step: Exclude<VoteStep, 'open'>,
  type: 'vote/held' | 'vote/locked' | 'vote/announced',
): Rule<'vote/hold' | 'vote/lock' | 'vote/announce'> {
  return {
    meetingOf: meetingOfVote,
    decide({ state, payload }) {
      const flaw = stepFlaw(state, payload.voteId, step);
      return flaw === null ? happens({ type, payload }) : refused(flaw);
    },
  };
}

function stepFlaw(state: RoomState, voteId: string, step: VoteStep): RefusalCode | null {
  const vote = read(state, 'vote', voteId);
  if (vote === null) return 'vote/unknown';
  return afterStep(step, vote.state) === null ? 'vote/wrong-state' : null;
}

/** The vote of a meeting that is opened and not yet announced. */
export function runningVote(state: RoomState, meetingId: MeetingId): Vote | null {
  for (const vote of all(state, 'vote')) {
    if (vote.meetingId === meetingId && isRunning(vote.state)) return vote;
  }
  return null;
}
