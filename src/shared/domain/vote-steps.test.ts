import { expect, it } from 'vitest';
import { voteState } from '../records/vote.ts';
import { afterStep, isRunning, takesBallots } from './vote-steps.ts';

it('[VOTE-1] [VOTE-17] a vote goes one way, and every other step is refused', () => {
  const ways = ['open', 'hold', 'lock', 'announce', 'withdraw'] as const;
  const table = voteState.options.map((state) => [state, ways.map((step) => afterStep(step, state))]);
  expect(Object.fromEntries(table)).toEqual({
    prepared: ['open', null, null, null, 'withdrawn'],
    open: [null, 'held', 'locked', null, null],
    held: [null, null, 'locked', null, null],
    locked: [null, null, null, 'announced', null],
    announced: [null, null, null, null, null],
    withdrawn: [null, null, null, null, null],
  });
});

it('[INV-3] ballots are taken while a vote is open or held, and a vote runs until it is announced', () => {
  expect(voteState.options.filter(takesBallots)).toEqual(['open', 'held']);
  expect(voteState.options.filter(isRunning)).toEqual(['open', 'held', 'locked']);
});
