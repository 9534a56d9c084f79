import type { ReactNode } from 'react';
import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import { useOwnTime } from '../../data/own-time.ts';
import { useFormat, useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { ConfirmedBallot } from '../../ui/state/ConfirmedBallot.tsx';
import type { BallotState } from './ballot-state.ts';

interface SentBallotProps {
  readonly state: Exclude<BallotState, { kind: 'none' }>;
  readonly action?: ReactNode;
}

/** A ballot after it was given: received, saved and waiting, refused or late; never what it says. */
export function SentBallot({ state, action }: SentBallotProps) {
  const { general, votes: words } = useMessages();
  const detail = useDetail(state);
  return (
    <ConfirmedBallot
      title={words.voted}
      status={state.kind}
      statusLabel={general.delivery[state.kind]}
      detail={detail}
      {...(action === undefined ? {} : { action })}
    />
  );
}

function useDetail(state: SentBallotProps['state']): string {
  const { votes: words } = useMessages();
  const format = useFormat();
  const ownTime = useOwnTime();
  const language = useLanguage();
  switch (state.kind) {
    case 'received':
      return words.receivedDetail(state.number, state.receipt);
    case 'saved':
      return words.savedDetail(format.timeWithSeconds(ownTime(state.at)));
    case 'late':
      if (state.decision === 'accepted') return words.lateAccepted;
      return state.decision === 'declined' ? words.lateDeclined : words.lateDetail;
    case 'refused': {
      const reason = sentenceOf(state.code, language);
      return state.earlierCounts ? `${reason} ${words.earlierCounts}` : reason;
    }
  }
}
