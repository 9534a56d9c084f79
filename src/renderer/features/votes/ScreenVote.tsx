import type { Meeting } from '../../../shared/records/meeting.ts';
import type { Tally } from '../../../shared/records/tally.ts';
import type { Vote } from '../../../shared/records/vote.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { FigureRow } from '../../ui/layout/FigureRow.tsx';
import { Figure } from '../../ui/state/Figure.tsx';
import { VerdictBand } from '../../ui/state/VerdictBand.tsx';
import { useVoteWords } from './vote-words.ts';

interface ScreenVoteProps {
  readonly vote: Vote;
  readonly meeting: Meeting;
  /** Null until the result has been announced. */
  readonly tally: Tally | null;
}

/** A vote on the room screen: how many have answered, never who or what; then the result with its rule. */
export function ScreenVote({ vote, meeting, tally }: ScreenVoteProps) {
  const { votes: words, screen } = useMessages();
  const { ruleShort } = useVoteWords();
  if (vote.state === 'announced' && tally !== null) return <ScreenResult tally={tally} />;
  const title = {
    prepared: words.states.prepared,
    open: words.states.open,
    held: screen.waitingVotes,
    locked: screen.counting,
    announced: words.states.announced,
  }[vote.state];
  return (
    <>
      <FigureRow size="screen">
        <Figure
          size="screen"
          value={`${vote.received}`}
          of={`${vote.electorate.length}`}
          label={words.received}
        />
      </FigureRow>
      <VerdictBand verdict="neutral" title={title} rule={ruleShort(vote, meeting)} />
    </>
  );
}

function ScreenResult({ tally }: { readonly tally: Tally }) {
  const { votes: words } = useMessages();
  const { verdict, verdictRule } = useVoteWords();
  return (
    <>
      <FigureRow size="screen">
        <Figure size="screen" value={`${tally.approve}`} tone="good" label={words.choices.approve} />
        <Figure size="screen" value={`${tally.reject}`} label={words.choices.reject} />
        <Figure size="screen" value={`${tally.abstain}`} label={words.choices.abstain} />
        {tally.notVoted > 0 && (
          <Figure size="screen" value={`${tally.notVoted}`} tone="muted" label={words.notVoted} />
        )}
        <Figure size="screen" value={`${tally.absent}`} tone="muted" label={words.absent} />
      </FigureRow>
      <VerdictBand
        verdict={tally.verdict}
        title={verdict(tally)}
        rule={verdictRule(tally)}
        note={words.checkCode(tally.checkCode)}
      />
    </>
  );
}
