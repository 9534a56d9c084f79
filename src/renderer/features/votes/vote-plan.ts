import { isFormFlawed } from '../../../shared/domain/vote-kinds.ts';
import type { VoteForm } from '../../../shared/records/vote-form.ts';

/** What stands in the form of a vote that is being prepared, about the ballot. */
export interface FormDraft {
  readonly type: VoteForm['type'];
  /** Options or candidates, one on each line. */
  readonly lines: string;
  /** How many may be chosen or are elected, as typed. */
  readonly most: string;
  readonly hasOther: boolean;
}

export const emptyForm: FormDraft = { type: 'approval', lines: '', most: '1', hasOther: false };

/** What stands in the form for a vote that has been prepared before; {@link formIn} gives the same form back. */
export function draftOf(form: VoteForm): FormDraft {
  switch (form.type) {
    case 'approval':
      return { ...emptyForm, hasOther: form.other };
    case 'options':
      return { ...emptyForm, type: form.type, lines: form.options.join('\n'), most: `${form.most}` };
    case 'election':
      return { ...emptyForm, type: form.type, lines: form.candidates.join('\n'), most: `${form.seats}` };
  }
}

/** The form that a draft means; null while it is not complete or contradicts itself. */
export function formIn({ type, lines, most, hasOther }: FormDraft): VoteForm | null {
  if (type === 'approval') return { type, other: hasOther };
  const options = lines
    .split('\n')
    .map((line) => line.trim().slice(0, 200))
    .filter((line) => line !== '');
  const count = /^\d{1,2}$/.test(most.trim()) ? Number(most) : 0;
  const least = type === 'options' ? 2 : 1;
  if (options.length < least || options.length > 50 || count < 1) return null;
  const form: VoteForm =
    type === 'options' ? { type, options, most: count } : { type, candidates: options, seats: count };
  return isFormFlawed(form) ? null : form;
}
