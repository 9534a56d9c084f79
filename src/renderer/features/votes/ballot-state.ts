import type { RefusalCode } from '../../../shared/refusals/refusal-table.ts';
import type { Ballot } from '../../../shared/records/ballot.ts';
import type { OwnAnswer } from '../../data/select/votes.ts';

/** What has become of a delegate's answer; exactly one of these is shown (INV-4). */
export type BallotState =
  | { readonly kind: 'none' }
  /** `number` is the place of the ballot in the log, `receipt` the head of the log there. */
  | { readonly kind: 'received'; readonly number: number; readonly receipt: string }
  /** `at` is this terminal's clock. */
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly earlierCounts: boolean }
  /** `decision` is the chairperson's; null until there is one. */
  | { readonly kind: 'late'; readonly decision: 'accepted' | 'declined' | null };

/**
 * The state of the last answer: by the terminal's own outbox where it still knows of it, else by the hub's record,
 * which also knows of answers given at a former terminal.
 */
export function ballotState(ballot: Ballot | null, answers: readonly OwnAnswer[]): BallotState {
  const answer = answers.at(-1)?.entry;
  if (answer === undefined) return recorded(ballot);
  if (answer.answer === null) return { kind: 'saved', at: answer.madeAt };
  switch (answer.answer.status) {
    case 'accepted':
      return answer.answer.note === 'late'
        ? { kind: 'late', decision: decisionOn(ballot) }
        : { kind: 'received', number: answer.answer.seq, receipt: answer.answer.receipt };
    case 'refused':
      return { kind: 'refused', code: answer.answer.code, earlierCounts: ballot?.state === 'counted' };
    case 'unavailable':
      return { kind: 'saved', at: answer.madeAt };
  }
}

function recorded(ballot: Ballot | null): BallotState {
  if (ballot === null) return { kind: 'none' };
  if (ballot.state !== 'counted') return { kind: 'late', decision: decisionOn(ballot) };
  return { kind: 'received', number: ballot.number, receipt: ballot.receipt };
}

function decisionOn(ballot: Ballot | null): 'accepted' | 'declined' | null {
  return ballot?.state === 'accepted' || ballot?.state === 'declined' ? ballot.state : null;
}
