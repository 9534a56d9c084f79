import { useState } from 'react';
import { answersAtTerminal } from '../../../shared/domain/vote-kinds.ts';
import type { ParticipantId } from '../../../shared/records/ids.ts';
import type { Vote } from '../../../shared/records/vote.ts';
import { useRecord } from '../../data/records.ts';
import { delegateOf, type Delegate } from '../../data/select/people.ts';
import { isTakingBallots } from '../../data/select/votes.ts';
import { useAsk } from '../../data/use-ask.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import styles from './Count.module.css';
import { Refused } from './Refused.tsx';

interface PaperBallotsProps {
  readonly vote: Vote;
  readonly delegates: readonly Delegate[];
}

/** Giving out paper ballots in a mixed vote: the terminal's right ends with the same step. */
export function PaperBallots({ vote, delegates }: PaperBallotsProps) {
  const { clerk, counting: words } = useMessages();
  const received = useRecord('vote-progress', vote.id)?.receivedFrom ?? [];
  const asking = useAsk();
  const [chosen, setChosen] = useState<ParticipantId | null>(null);
  if (vote.kind !== 'mixed' || !isTakingBallots(vote)) return null;
  const free = vote.electorate.filter((id) => answersAtTerminal(vote, id) && !received.includes(id));
  const target = free.find((id) => id === chosen) ?? null;
  return (
    <section className={styles.panel} aria-label={words.paperTitle}>
      <h3>{words.onPaper(vote.paperVoters.length)}</h3>
      {vote.paperVoters.length > 0 && (
        <p>{vote.paperVoters.map((id) => namedAt(delegates, id)).join(', ')}</p>
      )}
      <Refused asking={asking} />
      <Select
        label={words.paperFor}
        options={free.map((id) => ({ id, label: namedAt(delegates, id) }))}
        selectedId={target}
        onSelect={setChosen}
        placeholder={clerk.choose}
      />
      <div className={styles.buttons}>
        <Button
          label={words.issue}
          isDisabled={target === null}
          isPending={asking.isPending}
          onPress={() => {
            if (target !== null) asking.ask('ballot/issue-paper', { voteId: vote.id, participantId: target });
          }}
        />
      </div>
    </section>
  );
}

function namedAt(delegates: readonly Delegate[], id: ParticipantId): string {
  const delegate = delegateOf(delegates, id);
  return `${delegate?.participant.seat ?? ''} ${delegate?.person?.fullName ?? ''}`.trim();
}
