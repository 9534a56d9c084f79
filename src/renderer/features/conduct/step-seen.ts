import type { NextStep } from '../../../shared/domain/next-step.ts';
import type { Vote } from '../../../shared/records/vote.ts';

/** Names the step that a console offers: another name, another step under the same button. */
export function stepKey(step: NextStep): string {
  switch (step.kind) {
    case 'start-item':
      return `${step.kind} ${step.item.id}`;
    case 'open-vote':
    case 'hold-vote':
    case 'wait-ballots':
    case 'wait-count':
    case 'lock-vote':
    case 'decide-late':
    case 'announce-vote':
      return `${step.kind} ${step.vote.id}`;
    case 'resume-item':
      return `${step.kind} ${step.itemId}`;
    case 'wait-release':
    case 'open-meeting':
    case 'wait-copies':
    case 'close-meeting':
    case 'closed':
      return step.kind;
  }
}

/** What a lock says of the vote as it stood on the screen (MTG-4). */
export function stateSeen({ state }: Pick<Vote, 'state'>): { readonly from?: 'open' | 'held' } {
  return state === 'open' || state === 'held' ? { from: state } : {};
}
