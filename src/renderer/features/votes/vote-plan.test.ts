import { expect, it } from 'vitest';
import type { VoteForm } from '../../../shared/records/vote-form.ts';
import { draftOf, emptyForm, formIn } from './vote-plan.ts';

it('reads options one on each line, and nothing that contradicts itself', () => {
  const draft = { ...emptyForm, type: 'options' as const, lines: ' Một \n\nHai\n', most: '2' };
  expect(formIn(draft)).toEqual({ type: 'options', options: ['Một', 'Hai'], most: 2 });
  expect(formIn({ ...draft, most: '3' })).toBeNull();
  expect(formIn({ ...draft, most: 'hai' })).toBeNull();
  expect(formIn({ ...draft, lines: 'Một\nMột' })).toBeNull();
  expect(formIn({ ...draft, lines: 'Một' })).toBeNull();
});

it('reads candidates and how many are to be elected', () => {
  const draft = { ...emptyForm, type: 'election' as const, lines: 'Đ/c An', most: '1' };
  expect(formIn(draft)).toEqual({ type: 'election', candidates: ['Đ/c An'], seats: 1 });
  expect(formIn(emptyForm)).toEqual({ type: 'approval', other: false });
});

it('[VOTE-17] a prepared vote comes back into the form as it was', () => {
  for (const form of [
    { type: 'approval', other: true },
    { type: 'options', options: ['Một', 'Hai', 'Ba'], most: 2 },
    { type: 'election', candidates: ['Nguyễn Văn An'], seats: 1 },
  ] as const)
    expect(formIn(draftOf(structuredClone(form) as VoteForm))).toEqual(form);
});
