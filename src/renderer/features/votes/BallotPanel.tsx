import { useState } from 'react';
import type { ParticipantId } from '../../../shared/records/ids.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import { isElectronic } from '../../../shared/domain/vote-kinds.ts';
import type { Vote, VoteAnswer } from '../../../shared/records/vote.ts';
import { useOwnOutbox, useSubmit } from '../../data/commands.ts';
import { useRecord } from '../../data/records.ts';
import { isTakingBallots, mayVoteIn, ownAnswers } from '../../data/select/votes.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { QuestionPanel } from '../../ui/room/QuestionPanel.tsx';
import { Banner } from '../../ui/state/Banner.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import { ballotState, type BallotState } from './ballot-state.ts';
import { SentBallot } from './SentBallot.tsx';
import { TallyResult } from './TallyResult.tsx';
import { useVoteWords } from './vote-words.ts';

/** Where the text voted on stands for this delegate. */
export type VotedText = 'none' | 'read' | 'unopened' | 'on-its-way';

interface BallotPanelProps {
  readonly vote: Vote;
  readonly meeting: Meeting;
  readonly me: ParticipantId;
  readonly text: VotedText;
  readonly onOpenText: () => void;
}

/** The question of a vote at a seat, from the opening to the result. It covers nothing of the text. */
export function BallotPanel(props: BallotPanelProps) {
  const { vote, meeting, me } = props;
  const { votes: words } = useMessages();
  const { rule } = useVoteWords();
  const ballot = useRecord('ballot', `${vote.id}~${me}`);
  const tally = useRecord('tally', vote.id);
  const state = ballotState(ballot, ownAnswers(useOwnOutbox(), vote.id, me));
  const takes = isTakingBallots(vote);
  const tone = takes ? 'accent' : 'info';
  const changing = vote.mayChange ? words.mayChange : words.mayNotChange;
  return (
    <QuestionPanel
      state={
        <>
          <Chip tone={tone} label={words.states[vote.state]} />
          <span>{words.kinds[vote.kind]}</span>
        </>
      }
      question={vote.title}
      rule={takes && answersHere(vote, me) ? `${rule(vote, meeting)} ${changing}` : rule(vote, meeting)}
    >
      {vote.state === 'announced' && tally !== null ? (
        <>
          <TallyResult tally={tally} />
          {state.kind !== 'none' && state.kind !== 'received' && <SentBallot state={state} />}
        </>
      ) : (
        <Answering {...props} state={state} />
      )}
    </QuestionPanel>
  );
}

function Answering({
  vote,
  me,
  text,
  onOpenText,
  state,
}: BallotPanelProps & { readonly state: BallotState }) {
  const { votes: words, status } = useMessages();
  const submit = useSubmit();
  const [isChanging, setIsChanging] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const [isNotSaved, setIsNotSaved] = useState(false);
  if (!mayVoteIn(vote, me)) return <Banner tone="info" title={words.noRight} />;
  if (!answersHere(vote, me)) return <AnswersElsewhere vote={vote} />;
  if (!isTakingBallots(vote)) return <AfterLock state={state} />;

  const send = async (choice: VoteAnswer): Promise<void> => {
    setIsSending(true);
    try {
      await submit('ballot/cast', { voteId: vote.id, participantId: me, choice, versionId: vote.versionId });
      setIsNotSaved(false);
      setIsChanging(false);
    } catch (reason) {
      console.error('ballot:', reason);
      setIsNotSaved(true);
    } finally {
      setIsSending(false);
    }
  };
  if (state.kind !== 'none' && !isChanging) {
    const change = <Button label={words.change} size="seat" onPress={() => setIsChanging(true)} />;
    const isFinal = !vote.mayChange && state.kind !== 'refused';
    return (
      <div ref={showWhole}>
        <SentBallot state={state} {...(isFinal ? {} : { action: change })} />
      </div>
    );
  }
  const canSend = text === 'none' || text === 'read';
  return (
    <>
      {!canSend && (
        <Banner
          tone="info"
          title={text === 'on-its-way' ? words.textOnItsWay : words.openTextFirst}
          action={<Button label={words.openText} size="seat" onPress={onOpenText} />}
        />
      )}
      {isNotSaved && <Banner tone="refused" title={status.notSaved} />}
      <AnswerForm
        form={vote.form}
        canSend={canSend}
        isSending={isSending}
        onSend={(choice) => void send(choice)}
        {...(state.kind === 'none' ? {} : { onKeep: () => setIsChanging(false) })}
      />
    </>
  );
}

/** However far the answers had been scrolled, the ballot that takes their place stands in one and the same spot. */
function showWhole(ballot: HTMLDivElement | null): void {
  ballot?.scrollIntoView({ block: 'end', behavior: 'instant' });
}

/** Whether this person's answer comes from this terminal. */
function answersHere(vote: Vote, me: ParticipantId): boolean {
  return isElectronic(vote.kind) && !vote.paperVoters.includes(me);
}

/** Says in words what to do where the terminal takes no answer. */
function AnswersElsewhere({ vote }: { readonly vote: Vote }) {
  const { votes: words } = useMessages();
  const [title, detail] =
    vote.kind === 'raised-hands' ? [words.handsAsk, words.handsDetail] : [words.paperAsk, words.paperDetail];
  const after = isTakingBallots(vote) ? detail : words.awaitResult;
  return <Banner tone="info" title={title} detail={after} />;
}

function AfterLock({ state }: { readonly state: BallotState }) {
  const { votes: words } = useMessages();
  return (
    <>
      <Banner
        tone="info"
        title={state.kind === 'none' ? words.lockedNotVoted : words.lockedVoted}
        detail={words.awaitResult}
      />
      {state.kind !== 'none' && <SentBallot state={state} />}
    </>
  );
}
