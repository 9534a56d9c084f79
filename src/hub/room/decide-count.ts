import { sumFlaw } from '../../shared/domain/count-sums.ts';
import { needsCount } from '../../shared/domain/vote-kinds.ts';
import { takesBallots } from '../../shared/domain/vote-steps.ts';
import type { Vote } from '../../shared/records/vote.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { refused } from '../../shared/std/result.ts';
import { read } from './room-state.ts';
import { happens, meetingOfVote, type Case, type Rules } from './rule.ts';

/** What is counted in the room, and the ballots that came late. */
export const countRules: Rules<
  'ballot/issue-paper' | 'ballot/accept-late' | 'count/enter' | 'count/confirm'
> = {
  'ballot/issue-paper': {
    meetingOf: meetingOfVote,
    decide({ state, payload: { voteId, participantId }, payload }) {
      const vote = read(state, 'vote', voteId);
      if (vote === null) return refused('vote/unknown');
      if (vote.kind !== 'mixed') return refused('vote/no-paper');
      if (!takesBallots(vote.state)) return refused('vote/wrong-state');
      if (!vote.electorate.includes(participantId)) return refused('vote/no-right');
      if (vote.paperVoters.includes(participantId)) return refused('vote/paper-voter');
      if (read(state, 'ballot', `${voteId}~${participantId}`) !== null) return refused('vote/already-voted');
      return happens({ type: 'ballot/paper-issued', payload });
    },
  },
  'ballot/accept-late': {
    meetingOf: meetingOfVote,
    decide({ state, payload }) {
      if (read(state, 'vote', payload.voteId)?.state !== 'locked') return refused('vote/wrong-state');
      const late = read(state, 'vote-progress', payload.voteId)?.late ?? [];
      const waits = late.some(
        ({ participantId, decision }) => participantId === payload.participantId && decision === null,
      );
      return waits ? happens({ type: 'ballot/late-decided', payload }) : refused('vote/no-late-ballot');
    },
  },
  'count/enter': {
    meetingOf: meetingOfVote,
    decide(of) {
      const { voteId, ...figures } = of.payload;
      const vote = read(of.state, 'vote', voteId);
      if (vote === null) return refused('vote/unknown');
      const flaw = countFlaw(vote, of);
      if (flaw !== null) return refused(flaw);
      if (sumFlaw(vote, figures) !== null) return refused('count/sums');
      return happens({ type: 'count/entered', payload: of.payload });
    },
  },
  'count/confirm': {
    meetingOf: meetingOfVote,
    decide(of) {
      const { state, payload, asker } = of;
      const vote = read(state, 'vote', payload.voteId);
      if (vote === null) return refused('vote/unknown');
      const flaw = countFlaw(vote, of);
      if (flaw !== null) return refused(flaw);
      const count = read(state, 'count', vote.id);
      if (count === null || count.figures === null || count.enteredBy === null) return refused('count/none');
      if (count.confirmedBy !== null || count.disputedBy !== null) return refused('count/none');
      if (count.enteredBy === asker?.id) return refused('count/same-person');
      return happens({ type: 'count/confirmed', payload });
    },
  },
};

/** A count is made while the vote is open, by the consoles or the counting board; nobody else has a word in it. */
function countFlaw(vote: Vote, { actor, asker }: Case<'count/enter' | 'count/confirm'>): RefusalCode | null {
  const isOfBoard = asker !== null && vote.countingBoard.includes(asker.id);
  const isAtConsole = actor.surface === 'chair' || actor.surface === 'clerk';
  if (!isOfBoard && !isAtConsole) return 'count/not-allowed';
  if (!needsCount(vote)) return 'count/not-needed';
  return takesBallots(vote.state) ? null : 'vote/wrong-state';
}
