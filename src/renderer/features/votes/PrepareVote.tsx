import { useState } from 'react';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import { documentVersionId, voteId, type AgendaItemId } from '../../../shared/records/ids.ts';
import type { Meeting, VoteBase, VoteThreshold } from '../../../shared/records/meeting.ts';
import { useSubmit } from '../../data/commands.ts';
import { useRecords } from '../../data/records.ts';
import { documentsOf } from '../../data/select/documents.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import { Switcher } from '../../ui/controls/Switcher.tsx';
import { TextField } from '../../ui/controls/TextField.tsx';
import { Banner } from '../../ui/state/Banner.tsx';
import styles from './ClerkVotes.module.css';

interface PrepareVoteProps {
  readonly meeting: Meeting;
  readonly items: readonly AgendaItem[];
}

const noText = 'none';

/** Prepares an open vote on an item: its question, its rule from the body's own, and the exact text. */
export function PrepareVote({ meeting, items }: PrepareVoteProps) {
  const { clerk, votes: words, meeting: meetingWords, status } = useMessages();
  const submit = useSubmit();
  const [chosenItem, setItem] = useState<AgendaItemId | null>(null);
  const [question, setQuestion] = useState('');
  const [base, setBase] = useState<VoteBase>(meeting.body.decision.base);
  const [threshold, setThreshold] = useState<VoteThreshold>(meeting.body.decision.threshold);
  const [chosenText, setText] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<'none' | 'prepared' | 'not-saved'>('none');
  const itemId = chosenItem ?? meeting.currentItemId ?? items[0]?.id ?? null;
  const papers = documentsOf(useRecords('document'), itemId);
  const text = chosenText ?? papers[0]?.currentVersionId ?? noText;

  const prepare = async (): Promise<void> => {
    if (itemId === null || question.trim() === '') return;
    try {
      await submit('vote/prepare', {
        voteId: voteId.parse(crypto.randomUUID()),
        itemId,
        title: question.trim(),
        rule: { base, threshold },
        versionId: text === noText ? null : documentVersionId.parse(text),
      });
      setQuestion('');
      setOutcome('prepared');
    } catch (reason) {
      console.error('vote:', reason);
      setOutcome('not-saved');
    }
  };
  return (
    <form
      className={styles.form}
      aria-label={clerk.prepare}
      onSubmit={(event) => {
        event.preventDefault();
        void prepare();
      }}
    >
      <h3>{clerk.prepare}</h3>
      <Select
        label={clerk.toItem}
        options={items.map(({ id, order, title }) => ({ id, label: meetingWords.itemTitle(order, title) }))}
        selectedId={itemId}
        onSelect={(id) => {
          setItem(id);
          setText(null);
        }}
        placeholder={clerk.choose}
      />
      <TextField
        label={clerk.question}
        value={question}
        onChange={setQuestion}
        lines={2}
        maxLength={300}
        isRequired
      />
      <Switcher<VoteBase>
        label={clerk.base}
        options={(['in-office', 'present'] as const).map((id) => ({ id, label: words.bases[id] }))}
        selectedId={base}
        onSelect={setBase}
      />
      <Switcher<VoteThreshold>
        label={clerk.threshold}
        options={(['more-than-half', 'two-thirds'] as const).map((id) => ({
          id,
          label: words.thresholds[id],
        }))}
        selectedId={threshold}
        onSelect={setThreshold}
      />
      <Select
        label={clerk.text}
        options={[
          ...papers.map(({ currentVersionId, title }) => ({ id: currentVersionId as string, label: title })),
          { id: noText, label: clerk.noText },
        ]}
        selectedId={text}
        onSelect={setText}
        placeholder={clerk.choose}
      />
      <Button
        label={clerk.prepareButton}
        variant="filled"
        isDisabled={question.trim() === '' || itemId === null}
        onPress={() => void prepare()}
      />
      {outcome === 'prepared' && <Banner tone="good" title={clerk.prepared} />}
      {outcome === 'not-saved' && <Banner tone="refused" title={status.notSaved} />}
    </form>
  );
}
