import { Vote as VoteIcon } from 'lucide-react';
import { useState } from 'react';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { ParticipantId } from '../../../shared/records/ids.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import type { Vote } from '../../../shared/records/vote.ts';
import type { Delegate } from '../../data/select/people.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import styles from './ClerkVotes.module.css';
import { PrepareVote } from './PrepareVote.tsx';
import { VoteDetail } from './VoteDetail.tsx';
import { VotePanel } from './VotePanel.tsx';

interface ClerkVotesProps {
  readonly meeting: Meeting;
  readonly items: readonly AgendaItem[];
  readonly votes: readonly Vote[];
  readonly delegates: readonly Delegate[];
  /** The secretary at this console. */
  readonly me: ParticipantId | null;
}

/** The votes of the meeting for the secretary: preparing them, counting in the room, and the roll for the minutes. */
export function ClerkVotes({ meeting, items, votes, delegates, me }: ClerkVotesProps) {
  const { clerk } = useMessages();
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [editedId, setEditedId] = useState<string | null>(null);
  // Once it is opened nothing of it is changed any more (VOTE-17).
  const edited = votes.find(({ id, state }) => id === editedId && state === 'prepared') ?? null;
  const running = votes.find(({ state }) => state === 'open' || state === 'held' || state === 'locked');
  const selected = votes.find(({ id }) => id === selectedId) ?? running ?? votes[0] ?? null;
  return (
    <div className={styles.columns}>
      <div className={styles.list}>
        {votes.length === 0 && (
          <EmptyState icon={VoteIcon} title={clerk.noVotes} detail={clerk.noVotesDetail} />
        )}
        {votes.length > 0 && (
          <VotePanel
            title={clerk.votes}
            votes={votes}
            selectedId={selected?.id ?? null}
            onSelect={({ id }) => setSelectedId(id)}
          />
        )}
        {selected !== null && (
          <VoteDetail
            key={selected.id}
            vote={selected}
            meeting={meeting}
            delegates={delegates}
            me={me}
            onEdit={() => setEditedId(selected.id)}
          />
        )}
      </div>
      {meeting.state !== 'closed' && (
        <PrepareVote
          key={edited?.id ?? 'new'}
          meeting={meeting}
          items={items}
          delegates={delegates}
          edited={edited}
          onEdited={() => setEditedId(null)}
        />
      )}
    </div>
  );
}
