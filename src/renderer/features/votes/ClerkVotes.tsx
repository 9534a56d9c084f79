import { Vote as VoteIcon } from 'lucide-react';
import { useState } from 'react';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import type { Vote } from '../../../shared/records/vote.ts';
import { useRecord } from '../../data/records.ts';
import { delegateOf, type Delegate } from '../../data/select/people.ts';
import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Panel } from '../../ui/layout/Panel.tsx';
import { Table } from '../../ui/layout/Table.tsx';
import { ListRow } from '../../ui/room/ListRow.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import styles from './ClerkVotes.module.css';
import { PrepareVote } from './PrepareVote.tsx';
import { TallyResult } from './TallyResult.tsx';
import { useVoteWords } from './vote-words.ts';
import { VotePanel } from './VotePanel.tsx';

interface ClerkVotesProps {
  readonly meeting: Meeting;
  readonly items: readonly AgendaItem[];
  readonly votes: readonly Vote[];
  readonly delegates: readonly Delegate[];
}

/** The votes of the meeting for the secretary: preparing them, and their results with the roll for the minutes. */
export function ClerkVotes({ meeting, items, votes, delegates }: ClerkVotesProps) {
  const { clerk } = useMessages();
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const selected = votes.find(({ id }) => id === selectedId) ?? votes[0] ?? null;
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
        {selected !== null && <VoteDetail vote={selected} meeting={meeting} delegates={delegates} />}
      </div>
      {meeting.state !== 'closed' && <PrepareVote meeting={meeting} items={items} />}
    </div>
  );
}

interface VoteDetailProps {
  readonly vote: Vote;
  readonly meeting: Meeting;
  readonly delegates: readonly Delegate[];
}

function VoteDetail({ vote, meeting, delegates }: VoteDetailProps) {
  const { votes: words } = useMessages();
  const { ruleShort } = useVoteWords();
  const tally = useRecord('tally', vote.id);
  return (
    <div className={styles.detail}>
      <h3>{vote.title}</h3>
      <p className={styles.rule}>{ruleShort(vote, meeting)}</p>
      {(vote.state === 'open' || vote.state === 'held') && (
        <Chip tone="accent" label={words.receivedOf(vote.received, vote.electorate.length)} />
      )}
      {tally !== null && <TallyResult tally={tally} isWide />}
      <LateBallots vote={vote} delegates={delegates} />
      <Roll vote={vote} delegates={delegates} />
    </div>
  );
}

function LateBallots({ vote, delegates }: Omit<VoteDetailProps, 'meeting'>) {
  const { clerk } = useMessages();
  const format = useFormat();
  const late = useRecord('vote-progress', vote.id)?.late ?? [];
  if (late.length === 0) return null;
  return (
    <Panel title={clerk.lateBallots}>
      {late.map(({ participantId, at }) => {
        const delegate = delegateOf(delegates, participantId);
        return (
          <ListRow
            key={participantId}
            lead={delegate?.participant.seat ?? ''}
            title={delegate?.person?.fullName ?? ''}
            detail={`${format.timeWithSeconds(at)} · ${clerk.lateDetail}`}
          />
        );
      })}
    </Panel>
  );
}

function Roll({ vote, delegates }: Omit<VoteDetailProps, 'meeting'>) {
  const { clerk, votes: words } = useMessages();
  const roll = useRecord('vote-roll', vote.id);
  if (roll === null) return null;
  const rows = roll.rows
    .map((row) => {
      const delegate = delegateOf(delegates, row.participantId);
      return {
        ...row,
        seat: delegate?.participant.seat ?? '',
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
          cell: (row) => (row.choice === null ? words.notVoted : words.choices[row.choice]),
        },
      ]}
      empty={clerk.nobodyFound}
    />
  );
}
