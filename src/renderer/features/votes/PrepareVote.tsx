import { useState } from 'react';
import { decisionsOf, votingRulesOf } from '../../../shared/domain/body-rules.ts';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import {
  documentVersionId,
  voteId,
  type AgendaItemId,
  type ParticipantId,
  type VoteId,
} from '../../../shared/records/ids.ts';
import type { Meeting, VoteRule } from '../../../shared/records/meeting.ts';
import type { Vote } from '../../../shared/records/vote.ts';
import { voteKind, type VoteKind } from '../../../shared/records/vote-form.ts';
import { newId } from '../../data/new-id.ts';
import { useSubmit } from '../../data/commands.ts';
import { useRecord, useRecords } from '../../data/records.ts';
import { documentsOf } from '../../data/select/documents.ts';
import type { Delegate } from '../../data/select/people.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import { TextField } from '../../ui/controls/TextField.tsx';
import { Banner } from '../../ui/state/Banner.tsx';
import styles from './ClerkVotes.module.css';
import { FormFields } from './FormFields.tsx';
import { PickBoard } from './PickBoard.tsx';
import { RuleFields } from './RuleFields.tsx';
import { draftOf, emptyForm, formIn, type FormDraft } from './vote-plan.ts';

interface PrepareVoteProps {
  readonly meeting: Meeting;
  readonly items: readonly AgendaItem[];
  readonly delegates: readonly Delegate[];
  /** A prepared vote in whose place what is filled in is put; null makes a new one. */
  readonly edited: Vote | null;
  /** The change is on its way, or given up. */
  readonly onEdited: () => void;
}

const noText = 'none';

/** Prepares a vote on an item: its question, how it is held, its rule from the body's own, and the exact text. */
export function PrepareVote({ meeting, items, delegates, edited, onEdited }: PrepareVoteProps) {
  const { clerk, counting, general, votes: words, meeting: meetingWords, status } = useMessages();
  const submit = useSubmit();
  const [chosenItem, setItem] = useState<AgendaItemId | null>(edited?.itemId ?? null);
  const [question, setQuestion] = useState(edited?.title ?? '');
  const [kind, setKind] = useState<VoteKind>(edited?.kind ?? 'open');
  const [form, setForm] = useState<FormDraft>(edited === null ? emptyForm : draftOf(edited.form));
  const [rule, setRule] = useState<VoteRule>(edited?.rule ?? meeting.body.decision);
  const [board, setBoard] = useState<readonly ParticipantId[]>(edited?.countingBoard ?? []);
  const [chosenText, setText] = useState<string | null>(
    edited === null ? null : (edited.versionId ?? noText),
  );
  const [preparedId, setPreparedId] = useState<VoteId | null>(null);
  const [isNotSaved, setNotSaved] = useState(false);
  const prepared = useRecord('vote', preparedId);
  const isFresh = preparedId !== null && (prepared?.state ?? 'prepared') === 'prepared';
  const itemId = chosenItem ?? meeting.currentItemId ?? items[0]?.id ?? null;
  const papers = documentsOf(useRecords('document'), itemId);
  const text = chosenText ?? papers[0]?.currentVersionId ?? noText;
  const wholeForm = formIn(form);
  const isComplete = question.trim() !== '' && itemId !== null && wholeForm !== null;
  const hasCount = kind === 'raised-hands' || kind === 'paper' || kind === 'mixed';

  const prepare = async (): Promise<void> => {
    if (!isComplete) return;
    try {
      const id = edited?.id ?? voteId.parse(newId());
      await submit(edited === null ? 'vote/prepare' : 'vote/change', {
        voteId: id,
        itemId,
        title: question.trim(),
        rule,
        versionId: text === noText ? null : documentVersionId.parse(text),
        kind,
        form: wholeForm,
        ...(hasCount ? { countingBoard: [...board] } : {}),
        ...(edited === null ? {} : keptOf(edited, kind)),
      });
      setNotSaved(false);
      if (edited !== null) return onEdited();
      setQuestion('');
      setForm(emptyForm);
      setPreparedId(id);
    } catch (reason) {
      console.error('vote:', reason);
      setNotSaved(true);
    }
  };
  return (
    <form
      className={styles.form}
      aria-label={edited === null ? clerk.prepare : counting.editTitle}
      onSubmit={(event) => {
        event.preventDefault();
        void prepare();
      }}
    >
      <h3>{edited === null ? clerk.prepare : counting.editTitle}</h3>
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
      <Select<VoteKind>
        label={counting.kind}
        options={voteKind.options.map((id) => ({ id, label: words.kinds[id] }))}
        selectedId={kind}
        onSelect={setKind}
        placeholder={clerk.choose}
      />
      <FormFields draft={form} mayHaveOther={votingRulesOf(meeting.body).otherOpinion} onChange={setForm} />
      <RuleFields decisions={decisionsOf(meeting.body, counting.ordinary)} rule={rule} onChange={setRule} />
      {hasCount && <PickBoard delegates={delegates} board={board} onChange={setBoard} />}
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
        label={edited === null ? clerk.prepareButton : counting.editSave}
        variant="filled"
        isDisabled={!isComplete}
        onPress={() => void prepare()}
      />
      {edited !== null && <Button label={general.action.cancel} variant="quiet" onPress={onEdited} />}
      {isFresh && <Banner tone="good" title={clerk.prepared} />}
      {isNotSaved && <Banner tone="refused" title={status.notSaved} />}
    </form>
  );
}

/** What the form does not ask and a change leaves as it was. */
function keptOf({ mayChange, paperVoters }: Vote, kind: VoteKind) {
  return { mayChange, ...(kind === 'mixed' ? { paperVoters: [...paperVoters] } : {}) };
}
