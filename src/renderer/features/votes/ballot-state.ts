import type { RefusalCode } from '../../../shared/refusals/refusal-table.ts';
import type { Ballot } from '../../../shared/records/ballot.ts';
import type { OwnAnswer } from '../../data/select/votes.ts';

/** What has become of a delegate's answer; exactly one of these is shown (INV-4). */
export type BallotState =
  | { readonly kind: 'none' }
  | { readonly kind: 'received'; readonly receipt: string }
  /** `at` is this terminal's clock. */
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly earlierCounts: boolean }
  | { readonly kind: 'late' };

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
        ? { kind: 'late' }
        : { kind: 'received', receipt: answer.answer.receipt };
    case 'refused':
      return { kind: 'refused', code: answer.answer.code, earlierCounts: ballot?.state === 'counted' };
    case 'unavailable':
      return { kind: 'saved', at: answer.madeAt };
  }
}

function recorded(ballot: Ballot | null): BallotState {
  if (ballot === null) return { kind: 'none' };
  return ballot.state === 'late' ? { kind: 'late' } : { kind: 'received', receipt: ballot.receipt };
}
