import { presenceNeeded } from '../../../shared/domain/majority.ts';
import { missingBallots, type NextStep } from '../../../shared/domain/next-step.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';

interface Moment {
  readonly step: NextStep;
  readonly meeting: Meeting;
  readonly disconnected: readonly unknown[];
  readonly missing: readonly { readonly isLinked: boolean }[];
  readonly lateUndecided: number;
}

interface StepWords {
  readonly label: string;
  readonly hint: string;
  /** False where the step has to wait for something outside this console. */
  readonly isPossible: boolean;
}

/** The next step and its reason in words. */
export function useStepWords({ step, meeting, disconnected, missing, lateUndecided }: Moment): StepWords {
  const {
    chair: { steps, hints },
    counting,
  } = useMessages();
  const format = useFormat();
  const needed = presenceNeeded(meeting.body.presence, meeting.body.inOffice);
  switch (step.kind) {
    case 'wait-release':
      return { label: steps.waitRelease, hint: hints.waitRelease, isPossible: false };
    case 'open-meeting':
      return {
        label: steps.open,
        hint: step.isPresenceEnough ? hints.open : hints.openNotEnough(needed),
        isPossible: true,
      };
    case 'start-item': {
      const { order, title } = step.item;
      const label = order === 1 ? steps.startFirst : steps.startNext(order);
      return { label, hint: title, isPossible: true };
    }
    case 'open-vote':
      return {
        label: disconnected.length > 0 ? steps.openVoteAsk : steps.openVote,
        hint: step.isPresenceEnough ? hints.openVote(step.vote.title) : hints.voteNotEnough(needed),
        isPossible: step.isPresenceEnough,
      };
    case 'hold-vote': {
      const isLost = missing.some(({ isLinked }) => !isLinked);
      const hint = isLost ? hints.holdLost : hints.holdMissing(missingBallots(step.vote));
      return { label: steps.hold, hint, isPossible: true };
    }
    case 'wait-ballots':
      return { label: steps.holding(missingBallots(step.vote)), hint: hints.held, isPossible: false };
    case 'lock-vote':
      return { label: steps.lock, hint: hints.lock, isPossible: true };
    case 'wait-count':
      return { label: counting.waitCount, hint: counting.waitCountHint, isPossible: false };
    case 'decide-late':
      return {
        label: counting.decideLate(lateUndecided),
        hint: counting.decideLateHint,
        isPossible: false,
      };
    case 'announce-vote':
      return { label: steps.announce, hint: hints.announce, isPossible: true };
    case 'resume-item':
      return {
        label: steps.resume,
        hint: hints.resume(format.time(meeting.breakSince ?? 0)),
        isPossible: true,
      };
    case 'wait-copies':
      return { label: steps.waitCopies(step.out), hint: hints.waitCopies, isPossible: false };
    case 'close-meeting':
      return { label: steps.closeAsk, hint: hints.last, isPossible: true };
    case 'closed':
      return { label: steps.closed, hint: '', isPossible: false };
  }
}
