import type { VoteAnswer } from '../records/vote.ts';
import type { VoteForm } from '../records/vote-form.ts';
import type { RefusalCode } from '../refusals/refusal-table.ts';
import { mostOf, optionsOf } from './vote-kinds.ts';

/** Why an answer does not fit the form of a vote; null when it does. Not voting for anything is an answer everywhere. */
export function answerRefusal(form: VoteForm, answer: VoteAnswer): RefusalCode | null {
  if (answer === 'abstain') return null;
  if (typeof answer === 'string') return form.type === 'approval' ? null : 'vote/bad-answer';
  if ('other' in answer) {
    return form.type === 'approval' && form.other ? null : 'vote/no-other-opinion';
  }
  if (form.type === 'approval') return 'vote/bad-answer';
  const count = optionsOf(form).length;
  if (answer.options.some((option) => option >= count)) return 'vote/unknown-option';
  if (new Set(answer.options).size !== answer.options.length) return 'vote/bad-answer';
  return answer.options.length > mostOf(form) ? 'vote/too-many-options' : null;
}
