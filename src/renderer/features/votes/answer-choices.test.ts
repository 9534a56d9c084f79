import { describe, expect, it } from 'vitest';
import { answerRefusal } from '../../../shared/domain/vote-answers.ts';
import type { VoteForm } from '../../../shared/records/vote-form.ts';
import { answerOf, choicesOf, emptyDraft, pressed, type ChoiceId } from './answer-choices.ts';

const options: VoteForm = { type: 'options', options: ['Một', 'Hai', 'Ba'], most: 2 };
const election: VoteForm = { type: 'election', candidates: ['An', 'Bình'], seats: 1 };

const after = (form: VoteForm, ...ids: ChoiceId[]) =>
  ids.reduce((draft, id) => pressed(form, draft, id), emptyDraft);

describe('a ballot being filled in', () => {
  it('has the choices of its form, and not voting for anything in each', () => {
    expect(choicesOf({ type: 'approval', other: false })).toEqual(['approve', 'reject', 'abstain']);
    expect(choicesOf({ type: 'approval', other: true })).toEqual(['approve', 'reject', 'abstain', 'other']);
    expect(choicesOf(election)).toEqual(['option-0', 'option-1', 'abstain']);
  });

  it('[VOTE-8] never chooses more than may be chosen, and takes back what is pressed again', () => {
    expect(answerOf(after(options, 'option-2', 'option-0', 'option-1'))).toEqual({ options: [0, 2] });
    expect(answerOf(after(options, 'option-2', 'option-0', 'option-2'))).toEqual({ options: [0] });
    expect(answerOf(after(options, 'option-2', 'option-2'))).toBeNull();
    expect(answerOf(after(election, 'option-0', 'option-1'))).toEqual({ options: [1] });
  });

  it('does not vote and choose at once', () => {
    expect(answerOf(after(options, 'option-1', 'abstain'))).toBe('abstain');
    expect(answerOf(after(options, 'abstain', 'option-1'))).toEqual({ options: [1] });
  });

  it('gives words only when there are some', () => {
    expect(answerOf({ chosen: ['other'], words: '  ' })).toBeNull();
    expect(answerOf({ chosen: ['other'], words: ' Bổ sung ' })).toEqual({ other: 'Bổ sung' });
  });

  it('[VOTE-8] whatever is pressed in whatever order, the answer fits the form', () => {
    const presses = (length: number): ChoiceId[][] =>
      length === 0
        ? [[]]
        : presses(length - 1).flatMap((before) => choicesOf(options).map((id) => [...before, id]));
    const answers = presses(4).map((ids) => answerOf(after(options, ...ids)));
    const given = answers.filter((answer) => answer !== null);
    expect(given.filter((answer) => answerRefusal(options, answer) !== null)).toEqual([]);
    expect(given.length).toBeGreaterThan(100);
  });
});
