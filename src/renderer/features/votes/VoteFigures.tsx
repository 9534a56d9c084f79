import { missingBallots } from '../../../shared/domain/next-step.ts';
import { isDecision, isElectronic, terminalVoters } from '../../../shared/domain/vote-kinds.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import type { Vote } from '../../../shared/records/vote.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { FigureRow } from '../../ui/layout/FigureRow.tsx';
import { Figure } from '../../ui/state/Figure.tsx';
import { needOf } from './vote-words.ts';

interface VoteFiguresProps {
  readonly vote: Vote;
  readonly meeting: Meeting;
  /** Members of the electorate without a ballot and without a link. */
  readonly disconnected: number;
}

/** The huge numbers of a vote in progress; never a split. */
export function VoteFigures({ vote, meeting, disconnected }: VoteFiguresProps) {
  const { votes: words, counting } = useMessages();
  const { needed, of } = needOf(vote, meeting);
  return (
    <FigureRow>
      {isElectronic(vote.kind) ? (
        <>
          <Figure value={`${vote.received}`} of={`${terminalVoters(vote)}`} label={words.received} />
          {disconnected > 0 ? (
            <Figure value={`${disconnected}`} tone="waiting" label={words.disconnected} />
          ) : (
            <Figure value={`${missingBallots(vote)}`} label={words.missing} />
          )}
        </>
      ) : (
        <Figure value={`${vote.electorate.length}`} label={words.votersBy(words.kinds[vote.kind])} />
      )}
      {vote.paperVoters.length > 0 && (
        <Figure value={`${vote.paperVoters.length}`} label={counting.paperTitle} />
      )}
      {isDecision(vote.kind) && (
        <Figure value={`${needed}`} label={words.needed(of, words.baseMembers[vote.rule.base])} />
      )}
    </FigureRow>
  );
}
