import { expect, it } from 'vitest';
import { emptyForm, formIn } from './vote-plan.ts';

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
