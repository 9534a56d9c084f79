import { sumFlaw, type SumFlaw } from '../../../shared/domain/count-sums.ts';
import { optionsOf } from '../../../shared/domain/vote-kinds.ts';
import type { CountFigures } from '../../../shared/records/count.ts';
import type { Vote } from '../../../shared/records/vote.ts';

/** A box of the form of a count. */
export type CountField = Exclude<keyof CountFigures, 'options'> | `option-${number}`;

/** What stands in the boxes, as typed. */
export type CountDraft = Readonly<Partial<Record<CountField, string>>>;

const paperFields = ['issued', 'returned', 'valid', 'invalid'] as const;

/** The boxes of a vote, in the order in which people count: the paper first, then the answers. */
export function countFields({ kind, form }: Pick<Vote, 'kind' | 'form'>): readonly CountField[] {
  const paper = kind === 'raised-hands' ? [] : paperFields;
  if (form.type !== 'approval') {
    return [...paper, ...optionsOf(form).map((_, at): CountField => `option-${at}`), 'abstain'];
  }
  const answers: readonly CountField[] = ['approve', 'reject', 'abstain'];
  return [...paper, ...answers, ...(form.other ? (['other'] as const) : [])];
}

/** The number in a box: an empty one is 0, and null is no number at all. */
export function numberIn(text: string | undefined): number | null {
  const trimmed = (text ?? '').trim();
  if (trimmed === '') return 0;
  return /^\d{1,4}$/.test(trimmed) ? Number(trimmed) : null;
}

/** The figures of a form; null while some box holds no number. */
export function figuresIn(vote: Pick<Vote, 'kind' | 'form'>, draft: CountDraft): CountFigures | null {
  const fields = countFields(vote);
  if (fields.some((field) => numberIn(draft[field]) === null)) return null;
  const at = (field: CountField): number => (fields.includes(field) ? (numberIn(draft[field]) ?? 0) : 0);
  return {
    issued: at('issued'),
    returned: at('returned'),
    valid: at('valid'),
    invalid: at('invalid'),
    approve: at('approve'),
    reject: at('reject'),
    abstain: at('abstain'),
    other: at('other'),
    options: optionsOf(vote.form).map((_, option) => at(`option-${option}`)),
  };
}

/** What does not add up while it is typed; `'number'` where a box holds none, null when all is right. */
export function draftFlaw(vote: Vote, draft: CountDraft): SumFlaw | 'number' | null {
  const figures = figuresIn(vote, draft);
  return figures === null ? 'number' : sumFlaw(vote, figures);
}
