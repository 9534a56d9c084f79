import type { Vote } from '../../../shared/records/vote.ts';
import { useRecord } from '../../data/records.ts';
import { delegateOf, type Delegate } from '../../data/select/people.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Table } from '../../ui/layout/Table.tsx';
import { answerWords } from './AnswerMap.tsx';

interface RollProps {
  readonly vote: Vote;
  readonly delegates: readonly Delegate[];
}

/** Who answered what, for the minutes. */
export function Roll({ vote, delegates }: RollProps) {
  const { clerk, counting, votes: words } = useMessages();
  const roll = useRecord('vote-roll', vote.id);
  if (roll === null) return null;
  const rows = roll.rows
    .map((row) => {
      const delegate = delegateOf(delegates, row.participantId);
      return {
        ...row,
        seat: row.seat ?? '',
        name: delegate?.person?.fullName ?? '',
      };
    })
    .toSorted((a, b) => (a.seat < b.seat ? -1 : 1));
  return (
    <Table
      label={clerk.roll}
      items={rows}
      idOf={(row) => row.participantId}
      columns={[
        { id: 'seat', label: clerk.columns.seat, cell: (row) => row.seat },
        { id: 'name', label: clerk.columns.name, cell: (row) => row.name, names: (row) => row.name },
        {
          id: 'answer',
          label: clerk.rollAnswer,
          cell: (row) => (row.onPaper ? counting.answerOnPaper : answerWords(row.choice, vote, words)),
        },
      ]}
      empty={clerk.nobodyFound}
    />
  );
}
