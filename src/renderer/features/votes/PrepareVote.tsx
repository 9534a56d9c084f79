import { decisionsOf, votingRulesOf } from '../../../shared/domain/body-rules.ts';
import { voteKind, type VoteKind } from '../../../shared/records/vote-form.ts';
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
import { noText, useVoteDraft, type DraftedVote, type VoteDraftInput } from './use-vote-draft.ts';

interface PrepareVoteProps extends VoteDraftInput {
  readonly delegates: readonly Delegate[];
}

/**
 * Prepares a vote on an item: its question, how it is held, its rule from the body's own, and the exact text. With
 * `edited`, what is filled in is put in the place of a prepared vote; null makes a new one.
 */
export function PrepareVote({ delegates, ...input }: PrepareVoteProps) {
  const { edited, onEdited } = input;
  const { clerk, counting, general, status } = useMessages();
  const vote = useVoteDraft(input);
  const title = edited === null ? clerk.prepare : counting.editTitle;
  return (
    <form
      className={styles.form}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        void vote.prepare();
      }}
    >
      <h3>{title}</h3>
      <VoteFields {...input} delegates={delegates} vote={vote} />
      <Button
        label={edited === null ? clerk.prepareButton : counting.editSave}
        variant="filled"
        isDisabled={!vote.isComplete}
        onPress={() => void vote.prepare()}
      />
      {edited !== null && <Button label={general.action.cancel} variant="quiet" onPress={onEdited} />}
      {vote.isPrepared && <Banner tone="good" title={clerk.prepared} />}
      {vote.isNotSaved && <Banner tone="refused" title={status.notSaved} />}
    </form>
  );
}

type VoteFieldsProps = Pick<PrepareVoteProps, 'meeting' | 'items' | 'delegates'> & {
  readonly vote: DraftedVote;
};

function VoteFields({ meeting, items, delegates, vote }: VoteFieldsProps) {
  const { clerk, counting, votes: words, meeting: meetingWords } = useMessages();
  const { draft, change } = vote;
  return (
    <>
      <Select
        label={clerk.toItem}
        options={items.map(({ id, order, title: name }) => ({
          id,
          label: meetingWords.itemTitle(order, name),
        }))}
        selectedId={vote.itemId}
        onSelect={(itemId) => change({ itemId, text: null })}
        placeholder={clerk.choose}
      />
      <TextField
        label={clerk.question}
        value={draft.question}
        onChange={(question) => change({ question })}
        lines={2}
        maxLength={300}
        isRequired
      />
      <Select<VoteKind>
        label={counting.kind}
        options={voteKind.options.map((id) => ({ id, label: words.kinds[id] }))}
        selectedId={draft.kind}
        onSelect={(kind) => change({ kind })}
        placeholder={clerk.choose}
      />
      <FormFields
        draft={draft.form}
        mayHaveOther={votingRulesOf(meeting.body).otherOpinion}
        onChange={(form) => change({ form })}
      />
      <RuleFields
        decisions={decisionsOf(meeting.body, counting.ordinary)}
        rule={draft.rule}
        onChange={(rule) => change({ rule })}
      />
      {vote.hasCount && (
        <PickBoard delegates={delegates} board={draft.board} onChange={(board) => change({ board })} />
      )}
      <Select
        label={clerk.text}
        options={[
          ...vote.papers.map((paper) => ({ id: paper.currentVersionId as string, label: paper.title })),
          { id: noText, label: clerk.noText },
        ]}
        selectedId={vote.text}
        onSelect={(text) => change({ text })}
        placeholder={clerk.choose}
      />
    </>
  );
}
