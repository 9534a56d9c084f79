import { terminalVoters } from '../../../shared/domain/vote-kinds.ts';
import type { ParticipantId } from '../../../shared/records/ids.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import type { Vote } from '../../../shared/records/vote.ts';
import { useRecord } from '../../data/records.ts';
import type { Delegate } from '../../data/select/people.ts';
import { isTakingBallots } from '../../data/select/votes.ts';
import { useAsk } from '../../data/use-ask.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import styles from './ClerkVotes.module.css';
import { CountPanel } from './CountPanel.tsx';
import { LateBallots } from './LateBallots.tsx';
import { PaperBallots } from './PaperBallots.tsx';
import { Refused } from './Refused.tsx';
import { Roll } from './Roll.tsx';
import { TallyResult } from './TallyResult.tsx';
import { useVoteWords } from './vote-words.ts';

interface VoteDetailProps {
  readonly vote: Vote;
  readonly meeting: Meeting;
  readonly delegates: readonly Delegate[];
  readonly me: ParticipantId | null;
  /** Wants the vote changed before it is opened. */
  readonly onEdit: () => void;
}

/** One vote at the secretary's console, with what is to be done about it there. */
export function VoteDetail({ vote, meeting, delegates, me, onEdit }: VoteDetailProps) {
  const { votes: words, counting } = useMessages();
  const { ruleShort } = useVoteWords();
  const tally = useRecord('tally', vote.id);
  const asking = useAsk();
  return (
    <div className={styles.detail}>
      <h3>{vote.title}</h3>
      <p className={styles.rule}>
        {words.kinds[vote.kind]} · {ruleShort(vote, meeting)}
      </p>
      <Refused asking={asking} />
      {vote.state === 'prepared' && (
        <div className={styles.buttons}>
          <Button label={counting.edit} onPress={onEdit} />
          <Button
            label={counting.withdraw}
            isPending={asking.isPending}
            onPress={() => asking.ask('vote/withdraw', { voteId: vote.id })}
          />
        </div>
      )}
      {isTakingBallots(vote) && terminalVoters(vote) > 0 && (
        <Chip tone="accent" label={words.receivedOf(vote.received, terminalVoters(vote))} />
      )}
      <PaperBallots vote={vote} delegates={delegates} />
      <CountPanel vote={vote} delegates={delegates} me={me} mayEnter />
      {tally !== null && <TallyResult tally={tally} isWide />}
      <LateBallots vote={vote} delegates={delegates} />
      <Roll vote={vote} delegates={delegates} />
    </div>
  );
}
