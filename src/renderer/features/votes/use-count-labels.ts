import { optionsOf } from '../../../shared/domain/vote-kinds.ts';
import type { Vote } from '../../../shared/records/vote.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import type { CountField } from './count-draft.ts';

/** The words of the boxes of a count. */
export function useCountLabels(vote: Pick<Vote, 'form'>): (field: CountField) => string {
  const { counting, votes } = useMessages();
  return (field) => {
    switch (field) {
      case 'issued':
      case 'returned':
      case 'valid':
      case 'invalid':
        return counting.fields[field];
      case 'approve':
      case 'reject':
      case 'abstain':
        return votes.choices[field];
      case 'other':
        return votes.otherChoice;
      default:
        return optionsOf(vote.form)[Number(field.slice('option-'.length))] ?? '';
    }
  };
}
