import { useState } from 'react';
import { nextStep, type NextStep } from '../../../shared/domain/next-step.ts';
import { voteId } from '../../../shared/records/ids.ts';
import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import type { PaperCopies } from '../../../shared/records/paper-copies.ts';
import type { Vote } from '../../../shared/records/vote.ts';
import { newId } from '../../data/new-id.ts';
import { useLinkStatus } from '../../data/room.ts';
import { useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import type { Messages } from '../../i18n/messages.vi.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { NextStepBar } from '../../ui/layout/NextStepBar.tsx';
import { Banner } from '../../ui/state/Banner.tsx';
import { ConductQuestion, type Question } from './ConductQuestion.tsx';
import { stateSeen, stepKey } from './step-seen.ts';
import { useStepWords } from './step-words.ts';
import { useResting } from './use-resting.ts';
import { useAsk } from '../../data/use-ask.ts';

/** A voting member named for the chairperson, and whether the member's terminal is linked. */
export interface NamedVoter {
  readonly seat: string;
  readonly name: string;
  readonly isLinked: boolean;
}

export interface ConductBarProps {
  readonly meeting: Meeting;
  readonly items: readonly AgendaItem[];
  readonly votes: readonly Vote[];
  /** Paper copies of the meeting's items. */
  readonly copies: readonly PaperCopies[];
  /** Present voting members without a link. */
  readonly disconnected: readonly NamedVoter[];
  /** Members of the electorate of the running vote without a ballot. */
  readonly missing: readonly NamedVoter[];
  /** Late ballots of the running vote that wait for the chairperson's word. */
  readonly lateUndecided: number;
  /** An item that the chairperson pressed in the agenda; the bar asks whether to go there. */
  readonly wantedItem: AgendaItem | null;
  readonly onWantedDone: () => void;
  /** A prepared vote that the chairperson has picked among several; null for the first. */
  readonly wantedVote: Vote['id'] | null;
}

/** The chairperson's bar: one filled button that is the right thing to do now, or the question it leads to. */
export function ConductBar(props: ConductBarProps) {
  const { meeting, items, votes, copies, lateUndecided, wantedItem, onWantedDone, wantedVote } = props;
  const { chair, status, general } = useMessages();
  const language = useLanguage();
  const asking = useAsk();
  const [question, setQuestion] = useState<Question | null>(null);
  const step = nextStep({ meeting, items, votes, copies, lateUndecided, wantedVote });
  const open: Question | null =
    wantedItem === null ? relevant(question, step) : { kind: 'item', item: wantedItem };
  const done = (): void => {
    setQuestion(null);
    onWantedDone();
  };
  if (open !== null) return <ConductQuestion {...props} question={open} asking={asking} onDone={done} />;
  return (
    <div>
      {asking.refusal !== null && (
        <Banner
          tone="refused"
          title={chair.refused(status.commands[asking.refusal.command])}
          detail={sentenceOf(asking.refusal.code, language)}
          action={<Button label={general.action.close} onPress={asking.dismiss} />}
        />
      )}
      <StepBar {...props} step={step} asking={asking} onAsk={setQuestion} />
    </div>
  );
}

interface StepBarProps extends ConductBarProps {
  readonly step: NextStep;
  readonly asking: ReturnType<typeof useAsk>;
  readonly onAsk: (question: Question) => void;
}

function StepBar({ step, asking, onAsk, ...props }: StepBarProps) {
  const { chair, counting } = useMessages();
  const isLinked = useLinkStatus().state === 'live';
  const words = useStepWords({ ...props, step });
  const press = (): void => {
    const { meeting, disconnected } = props;
    switch (step.kind) {
      case 'open-meeting':
        return asking.ask('meeting/open', { meetingId: meeting.id });
      case 'start-item':
        return asking.ask('item/start', { itemId: step.item.id, after: meeting.currentItemId });
      case 'open-vote':
        if (disconnected.length > 0) return onAsk({ kind: 'open', vote: step.vote });
        return asking.ask('vote/open', { voteId: step.vote.id });
      case 'hold-vote':
        return asking.ask('vote/hold', { voteId: step.vote.id });
      case 'lock-vote':
        return asking.ask('vote/lock', { voteId: step.vote.id, ...stateSeen(step.vote) });
      case 'announce-vote':
        return asking.ask('vote/announce', { voteId: step.vote.id });
      case 'resume-item':
        return asking.ask('item/resume', { itemId: step.itemId });
      case 'close-meeting':
        return onAsk({ kind: 'close' });
      case 'wait-release':
      case 'wait-ballots':
      case 'wait-count':
      case 'decide-late':
      case 'wait-copies':
      case 'closed':
        return undefined;
    }
  };
  const mayLock = step.kind === 'hold-vote' || step.kind === 'wait-ballots';
  const lockLater = mayLock
    ? [
        {
          label: chair.steps.lockAsk,
          shortcut: 'F9',
          onPress: () => onAsk({ kind: 'lock', vote: step.vote }),
        },
      ]
    : [];
  return (
    <NextStepBar
      label={chair.nextStep}
      hint={isLinked ? words.hint : chair.hints.linkLost}
      next={{
        label: words.label,
        shortcut: 'F8',
        onPress: press,
        isDisabled: !words.isPossible,
        isPending: asking.isPending,
        isResting: useResting(stepKey(step)),
        pendingLabel: chair.steps.pending,
      }}
      others={[...lockLater, ...pollInstead(step, asking, counting)]}
      always={[
        ...pauseNow(step, props.meeting, (itemId) => asking.ask('item/pause', { itemId }), chair.steps.pause),
        ...closeEarly(step, props.meeting, () => onAsk({ kind: 'close' }), chair.steps.closeAsk),
      ]}
    />
  );
}

/** Where too few are present for a decision, the question may still be put as a quick poll, which decides nothing. */
function pollInstead(step: NextStep, asking: ReturnType<typeof useAsk>, words: Messages['counting']) {
  if (step.kind !== 'open-vote' || step.isPresenceEnough) return [];
  const { title, itemId, rule, versionId, form, mayChange } = step.vote;
  const poll = voteId.parse(newId());
  const onPress = (): void => {
    const plan = {
      voteId: poll,
      itemId,
      title: words.quickPollTitle(title),
      rule,
      versionId,
      form,
      mayChange,
    };
    asking.ask('vote/prepare', { ...plan, kind: 'quick-poll' });
    asking.ask('vote/open', { voteId: poll });
  };
  return [{ label: words.quickPoll, onPress }];
}

/** A break is possible in any item while no ballots are taken. */
function pauseNow(
  step: NextStep,
  { state, currentItemId, breakSince }: Meeting,
  onPress: (itemId: AgendaItem['id']) => void,
  label: string,
) {
  const isTaking = ['hold-vote', 'wait-ballots', 'wait-count', 'lock-vote'].includes(step.kind);
  if (state !== 'open' || currentItemId === null || breakSince !== null || isTaking) return [];
  return [{ label, shortcut: 'F4', onPress: () => onPress(currentItemId) }];
}

/** Closing is possible between votes, and asked for once more. */
function closeEarly(step: NextStep, meeting: Meeting, onPress: () => void, label: string) {
  const isBetween = step.kind === 'start-item' || step.kind === 'open-vote';
  return meeting.state === 'open' && isBetween ? [{ label, onPress }] : [];
}

/** A question whose step is no longer the moment's is not asked any more. */
function relevant(question: Question | null, step: NextStep): Question | null {
  switch (question?.kind) {
    case 'open':
      return step.kind === 'open-vote' ? question : null;
    case 'lock':
      return step.kind === 'hold-vote' || step.kind === 'wait-ballots' ? question : null;
    case 'close':
      return step.kind === 'closed' ? null : question;
    case 'item':
      return question;
    case undefined:
      return null;
  }
}
