import { votingRulesOf } from '../../shared/domain/body-rules.ts';
import { isPresenceEnough } from '../../shared/domain/majority.ts';
import { summonedOf } from '../../shared/domain/presence.ts';
import { answerRefusal } from '../../shared/domain/vote-answers.ts';
import { isCounted, isDecision, isElectronic, isFormFlawed } from '../../shared/domain/vote-kinds.ts';
import { afterStep, isRunning, takesBallots, type VoteStep } from '../../shared/domain/vote-steps.ts';
import type { CommandPayload } from '../../shared/protocol/commands/command-schemas.ts';
import type { MeetingId } from '../../shared/records/ids.ts';
import type { Meeting } from '../../shared/records/meeting.ts';
import type { Vote } from '../../shared/records/vote.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { announcedResult } from '../../shared/records/tally.ts';
import { present } from '../../shared/std/must.ts';
import { refused } from '../../shared/std/result.ts';
import { all, participantsOf, read, votersPresent, type RoomState } from './room-state.ts';
import { happens, meetingOfItem, meetingOfVote, type Case, type Decision, type Rules } from './rule.ts';

/** The steps of a vote. */
export const voteRules: Rules<
  | 'vote/prepare'
  | 'vote/change'
  | 'vote/withdraw'
  | 'vote/open'
  | 'vote/hold'
  | 'vote/lock'
  | 'vote/announce'
  | 'vote/show-names'
  | 'ballot/cast'
> = {
  'vote/prepare': {
    meetingOf: meetingOfItem,
    decide({ state, payload }, meeting) {
      if (read(state, 'vote', payload.voteId) !== null) return refused('vote/exists');
      const flaw = planFlaw(state, payload, meeting);
      return flaw === null ? happens({ type: 'vote/prepared', payload }) : refused(flaw);
    },
  },
  'vote/change': {
    meetingOf: meetingOfItem,
    decide({ state, payload }, meeting) {
      const before = read(state, 'vote', payload.voteId);
      if (before === null || before.meetingId !== meeting.id) return refused('vote/unknown');
      const flaw = stepFlaw(state, payload.voteId, 'withdraw') ?? planFlaw(state, payload, meeting);
      return flaw === null ? happens({ type: 'vote/changed', payload }) : refused(flaw);
    },
  },
  'vote/withdraw': {
    meetingOf: meetingOfVote,
    decide({ state, payload }) {
      const flaw = stepFlaw(state, payload.voteId, 'withdraw');
      return flaw === null ? happens({ type: 'vote/withdrawn', payload }) : refused(flaw);
    },
  },
  'vote/open': {
    meetingOf: meetingOfVote,
    decide({ state, payload }, meeting) {
      const vote = read(state, 'vote', payload.voteId);
      const flaw = stepFlaw(state, payload.voteId, 'open');
      if (flaw !== null || vote === null) return refused(flaw ?? 'vote/unknown');
      if (meeting.breakSince !== null) return refused('item/paused');
      if (runningVote(state, meeting.id) !== null) return refused('vote/another-running');
      const electorate = votersPresent(state, meeting);
      if (electorate.length === 0) return refused('vote/nobody-present');
      if (isDecision(vote.kind) && !isPresenceEnough(meeting.body, electorate.length))
        return refused('vote/not-enough-present');
      const summoned = summonedTo(state, meeting);
      return happens({ type: 'vote/opened', payload: { ...payload, electorate, summoned } });
    },
  },
  'vote/hold': {
    meetingOf: meetingOfVote,
    decide({ state, payload }) {
      const flaw = stepFlaw(state, payload.voteId, 'hold');
      return flaw === null ? happens({ type: 'vote/held', payload }) : refused(flaw);
    },
  },
  'vote/lock': {
    meetingOf: meetingOfVote,
    decide({ state, payload }) {
      const vote = read(state, 'vote', payload.voteId);
      const flaw = stepFlaw(state, payload.voteId, 'lock');
      if (flaw !== null || vote === null) return refused(flaw ?? 'vote/unknown');
      if (payload.from !== undefined && payload.from !== vote.state) return refused('meeting/moved-on');
      if (!isCounted(vote)) return refused('vote/count-missing');
      return happens({ type: 'vote/locked', payload: { voteId: vote.id } });
    },
  },
  'vote/announce': {
    meetingOf: meetingOfVote,
    decide({ state, payload }) {
      const flaw = stepFlaw(state, payload.voteId, 'announce');
      if (flaw !== null) return refused(flaw);
      const late = read(state, 'vote-progress', payload.voteId)?.late ?? [];
      if (late.some(({ decision }) => decision === null)) return refused('vote/late-undecided');
      const head = { seq: state.seq, hash: state.head };
      const tally = present(read(state, 'tally', payload.voteId), 'tally of a locked vote');
      const result = announcedResult.strip().parse(tally);
      return happens({ type: 'vote/announced', payload: { ...payload, head, result } });
    },
  },
  'vote/show-names': {
    meetingOf: meetingOfVote,
    decide({ state, payload }) {
      const vote = read(state, 'vote', payload.voteId);
      if (vote?.state !== 'announced') return refused('vote/wrong-state');
      if (read(state, 'vote-roll', payload.voteId) === null) return refused('vote/no-names');
      return happens({ type: 'vote/names-shown', payload });
    },
  },
  'ballot/cast': {
    meetingOf: meetingOfVote,
    decide: decideBallot,
  },
};

/** The members in office without those whose absence has consent. */
function summonedTo(state: RoomState, meeting: Meeting): number {
  const members = participantsOf(state, meeting.id).filter(({ hasVote }) => hasVote);
  return summonedOf(
    meeting.body,
    members.map(({ id }) => read(state, 'attendance', id)),
  );
}

/** What speaks against putting a vote like this: another meeting's text or people, or a form that makes no sense. */
function planFlaw(
  state: RoomState,
  { versionId, form, countingBoard = [], paperVoters = [], kind = 'open' }: CommandPayload<'vote/prepare'>,
  meeting: Meeting,
): RefusalCode | null {
  if (versionId !== null) {
    const version = read(state, 'document-version', versionId);
    if (version === null || version.meetingId !== meeting.id) return 'document/unknown';
  }
  if (form !== undefined && isFormFlawed(form)) return 'vote/plan-invalid';
  const { otherOpinion } = votingRulesOf(meeting.body);
  if (form?.type === 'approval' && form.other && !otherOpinion) return 'vote/no-other-opinion';
  if (paperVoters.length > 0 && kind !== 'mixed') return 'vote/no-paper';
  const people = [...countingBoard, ...paperVoters];
  if (people.length === 0) return null;
  const known = new Set(participantsOf(state, meeting.id).map(({ id }) => id));
  if (people.some((id) => !known.has(id))) return 'participant/unknown';
  const isTwice = [countingBoard, paperVoters].some((list) => new Set(list).size !== list.length);
  return isTwice ? 'vote/plan-invalid' : null;
}

/**
 * Before the lock an answer counts and, where the vote lets it be changed, replaces the one before it. After the lock one
 * more is kept as late, which counts for nothing by itself; a change of an answer that is counted is refused (INV-3).
 */
function decideBallot({ state, payload, asker }: Case<'ballot/cast'>): Decision {
  if (asker === null || asker.id !== payload.participantId) return refused('access/another-person');
  const vote = read(state, 'vote', payload.voteId);
  if (vote === null) return refused('vote/unknown');
  const flaw = ballotFlaw(vote, payload);
  if (flaw !== null) return refused(flaw);
  const isGiven = read(state, 'ballot', `${vote.id}~${asker.id}`) !== null;
  if (!takesBallots(vote.state))
    return isGiven ? refused('vote/locked') : happens({ type: 'ballot/arrived-late', payload });
  return isGiven && !vote.mayChange ? refused('vote/no-change') : happens({ type: 'ballot/cast', payload });
}

function ballotFlaw(vote: Vote, { participantId, versionId, choice }: CommandPayload<'ballot/cast'>) {
  if (vote.state === 'prepared' || vote.state === 'withdrawn') return 'vote/not-open';
  if (!vote.electorate.includes(participantId)) return 'vote/no-right';
  if (!isElectronic(vote.kind)) return 'vote/not-electronic';
  if (vote.paperVoters.includes(participantId)) return 'vote/paper-voter';
  if (vote.versionId !== versionId) return 'vote/another-text';
  return answerRefusal(vote.form, choice);
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
