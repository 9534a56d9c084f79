import { mostOf, optionsOf } from '../../../shared/domain/vote-kinds.ts';
import type { VoteAnswer, VoteChoice } from '../../../shared/records/vote.ts';
import type { VoteForm } from '../../../shared/records/vote-form.ts';

/** What can be pressed on a ballot: one of the three answers, an opinion in words, or the place of an option. */
export type ChoiceId = VoteChoice | 'other' | `option-${number}`;

/** A ballot as far as it has been filled in. */
export interface Draft {
  readonly chosen: readonly ChoiceId[];
  /** The opinion in words, kept while something else is looked at. */
  readonly words: string;
}

/** A ballot on which nothing stands. */
export const emptyDraft: Draft = { chosen: [], words: '' };

/** The choices of a form in the order of the rule, the same everywhere. */
export function choicesOf(form: VoteForm): readonly ChoiceId[] {
  if (form.type !== 'approval') return [...optionsOf(form).map((_, at) => optionId(at)), 'abstain'];
  const plain: readonly ChoiceId[] = ['approve', 'reject', 'abstain'];
  return form.other ? [...plain, 'other'] : plain;
}

function optionId(at: number): ChoiceId {
  return `option-${at}`;
}

/** The place of an option; null for what is no option. */
export function optionOf(id: ChoiceId): number | null {
  return id.startsWith('option-') ? Number(id.slice('option-'.length)) : null;
}

/**
 * The ballot after a choice was pressed. Where several options may be chosen a press adds one or takes it back, and one
 * more than may be chosen changes nothing; everywhere else it takes the place of what stood there.
 */
export function pressed(form: VoteForm, draft: Draft, id: ChoiceId): Draft {
  const most = mostOf(form);
  if (optionOf(id) === null || most === 1) return { ...draft, chosen: [id] };
  const options = draft.chosen.filter((one) => optionOf(one) !== null);
  if (options.includes(id)) return { ...draft, chosen: options.filter((one) => one !== id) };
  return options.length < most ? { ...draft, chosen: [...options, id] } : draft;
}

/** The answer that a ballot gives; null while it gives none. */
export function answerOf({ chosen, words }: Draft): VoteAnswer | null {
  const [first] = chosen;
  if (first === undefined) return null;
  if (first === 'approve' || first === 'reject' || first === 'abstain') return first;
  if (first === 'other') return words.trim() === '' ? null : { other: words.trim() };
  const options = chosen.flatMap((id) => optionOf(id) ?? []);
  return { options: options.toSorted((a, b) => a - b) };
}
