import { missingBallots } from '../../../shared/domain/next-step.ts';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { Vote } from '../../../shared/records/vote.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { ConfirmPanel } from '../../ui/layout/ConfirmPanel.tsx';
import type { ConductBarProps, NamedVoter } from './ConductBar.tsx';
import styles from './ConductQuestion.module.css';
import { stateSeen } from './step-seen.ts';
import type { Asking } from '../../data/use-ask.ts';

/** A step that deserves a second thought. */
export type Question =
  | { readonly kind: 'open'; readonly vote: Vote }
  | { readonly kind: 'lock'; readonly vote: Vote }
  | { readonly kind: 'item'; readonly item: AgendaItem }
  | { readonly kind: 'close' };

interface ConductQuestionProps extends ConductBarProps {
  readonly question: Question;
  readonly asking: Asking;
  readonly onDone: () => void;
}

/** Asks in the place of the bar, with the names and numbers of this moment. */
export function ConductQuestion(props: ConductQuestionProps) {
  const { question, asking, onDone, disconnected, missing, meeting, items, votes } = props;
  const { chair, general } = useMessages();
  const confirm = (act: () => void) => () => {
    act();
    onDone();
  };
  switch (question.kind) {
    case 'open':
      return (
        <ConfirmPanel
          title={chair.openTitle}
          confirmLabel={chair.openAnyway(disconnected.length)}
          cancelLabel={chair.wait}
          onConfirm={confirm(() => asking.ask('vote/open', { voteId: question.vote.id }))}
          onCancel={onDone}
        >
          {chair.openDetail(disconnected.length)} <Names voters={disconnected} />
        </ConfirmPanel>
      );
    case 'lock': {
      const vote = votes.find(({ id }) => id === question.vote.id) ?? question.vote;
      return (
        <ConfirmPanel
          title={chair.lockTitle(missingBallots(vote))}
          confirmLabel={chair.steps.lock}
          cancelLabel={general.action.cancel}
          onConfirm={confirm(() => asking.ask('vote/lock', { voteId: vote.id, ...stateSeen(vote) }))}
          onCancel={onDone}
        >
          {chair.lockDetail(vote.received, vote.electorate.length)} <br />
          <Names label={chair.lockLost} voters={missing.filter(({ isLinked }) => !isLinked)} />
          <Names label={chair.lockLinked} voters={missing.filter(({ isLinked }) => isLinked)} />
        </ConfirmPanel>
      );
    }
    case 'item':
      return (
        <ConfirmPanel
          title={chair.itemTitle(question.item.order)}
          confirmLabel={chair.steps.startNext(question.item.order)}
          cancelLabel={general.action.cancel}
          onConfirm={confirm(() =>
            asking.ask('item/start', { itemId: question.item.id, after: meeting.currentItemId }),
          )}
          onCancel={onDone}
        >
          {chair.itemDetail(question.item.title)}
        </ConfirmPanel>
      );
    case 'close':
      return (
        <ConfirmPanel
          title={chair.closeTitle}
          confirmLabel={chair.steps.close}
          cancelLabel={general.action.cancel}
          onConfirm={confirm(() => asking.ask('meeting/close', { meetingId: meeting.id }))}
          onCancel={onDone}
        >
          {chair.closeDetail(items.filter(({ state }) => state === 'waiting').length)}
        </ConfirmPanel>
      );
  }
}

interface NamesProps {
  /** What these people have in general. */
  readonly label?: string;
  readonly voters: readonly NamedVoter[];
}

function Names({ label, voters }: NamesProps) {
  if (voters.length === 0) return null;
  return (
    <span className={styles.names}>
      {label !== undefined && <span>{label}: </span>}
      {voters.map(({ seat, name }, index) => (
        <span key={seat}>
          <b className={styles.name}>
            {seat} {name}
          </b>
          {index < voters.length - 1 ? ', ' : '. '}
        </span>
      ))}
    </span>
  );
}
