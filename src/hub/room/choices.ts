import type { ParticipantId, VoteId } from '../../shared/records/ids.ts';
import type { VoteAnswer } from '../../shared/records/vote.ts';
import type { LogEntry } from './log-entry.ts';

/** The answers of each vote, by voter. */
export type AnswersOfVotes = Map<VoteId, Map<ParticipantId, VoteAnswer>>;

/** What was answered: the one thing of the room that is in no record before a lock. */
export interface Choices {
  /** Those that count: given before the lock, or accepted after it. */
  readonly counted: AnswersOfVotes;
  /** Those that came after the lock, whatever became of them. */
  readonly late: AnswersOfVotes;
}

/** No answers yet. */
export function noChoices(): Choices {
  return { counted: new Map(), late: new Map() };
}

/** Takes an entry's answer into the state, in place. */
export function takeChoice(choices: Choices, entry: LogEntry): void {
  switch (entry.type) {
    case 'ballot/cast':
      return put(choices.counted, entry.payload, entry.payload.choice);
    case 'ballot/arrived-late':
      return put(choices.late, entry.payload, entry.payload.choice);
    case 'ballot/late-decided': {
      const { voteId, participantId, accept } = entry.payload;
      const answer = choices.late.get(voteId)?.get(participantId);
      if (accept && answer !== undefined) put(choices.counted, entry.payload, answer);
      return;
    }
    default:
  }
}

interface Place {
  readonly voteId: VoteId;
  readonly participantId: ParticipantId;
}

function put(answers: AnswersOfVotes, { voteId, participantId }: Place, answer: VoteAnswer): void {
  const ofVote = answers.get(voteId) ?? new Map<ParticipantId, VoteAnswer>();
  ofVote.set(participantId, answer);
  answers.set(voteId, ofVote);
}
