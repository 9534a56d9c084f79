import type { VoteState } from '../records/vote.ts';

/** The steps of a vote, made by the chairperson alone, but that the secretary too takes a prepared one back. */
export type VoteStep = 'open' | 'hold' | 'lock' | 'announce' | 'withdraw';

const steps: {
  readonly [Step in VoteStep]: { readonly from: readonly VoteState[]; readonly to: VoteState };
} = {
  open: { from: ['prepared'], to: 'open' },
  hold: { from: ['open'], to: 'held' },
  lock: { from: ['open', 'held'], to: 'locked' },
  announce: { from: ['locked'], to: 'announced' },
  withdraw: { from: ['prepared'], to: 'withdrawn' },
};

/** The state a step leads to, or null when it does not fit the present state. */
export function afterStep(step: VoteStep, state: VoteState): VoteState | null {
  return steps[step].from.includes(state) ? steps[step].to : null;
}

/** True while ballots are counted. */
export function takesBallots(state: VoteState): boolean {
  return state === 'open' || state === 'held';
}

/** True from the opening until the result has been announced; there is at most one such vote in a meeting. */
export function isRunning(state: VoteState): boolean {
  return state === 'open' || state === 'held' || state === 'locked';
}
