import { isElectronic, terminalVoters } from '../../../shared/domain/vote-kinds.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import type { Tally } from '../../../shared/records/tally.ts';
import type { Vote } from '../../../shared/records/vote.ts';
import { useRecord } from '../../data/records.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { FigureRow } from '../../ui/layout/FigureRow.tsx';
import { Figure } from '../../ui/state/Figure.tsx';
import { VerdictBand } from '../../ui/state/VerdictBand.tsx';
import { AnswerMap } from './AnswerMap.tsx';
import { ScreenOptions } from './ScreenOptions.tsx';
import { useTallyNotes, useTallyRows } from './tally-rows.ts';
import { useVoteWords } from './vote-words.ts';

interface ScreenVoteProps {
  readonly vote: Vote;
  readonly meeting: Meeting;
  /** Null until the result has been announced. */
  readonly tally: Tally | null;
}

/** A vote on the room screen: how many have answered, never who or what; then the result with its rule. */
export function ScreenVote({ vote, meeting, tally }: ScreenVoteProps) {
  const { votes: words, screen, counting } = useMessages();
  const { ruleShort } = useVoteWords();
  if (vote.state === 'announced' && tally !== null)
    return <ScreenResult vote={vote} meeting={meeting} tally={tally} />;
  const title = {
    prepared: words.states.prepared,
    open: words.states.open,
    held: screen.waitingVotes,
    locked: screen.counting,
    announced: words.states.announced,
    withdrawn: words.states.withdrawn,
  }[vote.state];
  return (
    <>
      <FigureRow size="screen">
        {isElectronic(vote.kind) ? (
          <>
            <Figure
              size="screen"
              value={`${vote.received}`}
              of={`${terminalVoters(vote)}`}
              label={words.received}
            />
            {vote.paperVoters.length > 0 && (
              <Figure size="screen" value={`${vote.paperVoters.length}`} label={counting.paperTitle} />
            )}
          </>
        ) : (
          <Figure
            size="screen"
            value={`${vote.electorate.length}`}
            label={words.votersBy(words.kinds[vote.kind])}
          />
        )}
      </FigureRow>
      <VerdictBand verdict="neutral" title={title} rule={ruleShort(vote, meeting)} />
    </>
  );
}

function ScreenResult({ vote, meeting, tally }: ScreenVoteProps & { readonly tally: Tally }) {
  const { votes: words } = useMessages();
  const { verdictShort, verdictRule } = useVoteWords();
  const rows = useTallyRows(tally);
  // Under a list of names the few who gave no answer are said in words.
  const unanswered =
    tally.form.type === 'approval'
      ? []
      : rows
          .filter(({ tone, count }) => tone === 'muted' && count > 0)
          .map(({ label, count }) => `${label} ${count}`);
  const notes = useTallyNotes(tally);
  const roll = useRecord('vote-roll', vote.id);
  const areNamesShown = vote.namesShown && roll !== null;
  return (
    <>
      {areNamesShown ? (
        <AnswerMap meeting={meeting} vote={vote} roll={roll} />
      ) : tally.form.type === 'approval' ? (
        <FigureRow size="screen">
          {rows
            .filter(({ label, count }) => count > 0 || label !== words.notVoted)
            .map(({ label, count, tone }) => (
              <Figure
                key={label}
                size="screen"
                value={`${count}`}
                label={label}
                {...(tone === 'plain' ? {} : { tone })}
              />
            ))}
        </FigureRow>
      ) : (
        <ScreenOptions
          rows={rows.filter(({ tone }) => tone !== 'muted')}
          won={tally.form.type === 'election' ? words.elected : words.chosenOption}
        />
      )}
      <VerdictBand
        verdict={toneOf(tally)}
        title={verdictShort(tally)}
        rule={[verdictRule(tally), ...notes, ...unanswered].join(' · ')}
        // The seats need its room; it has been on the screen with the totals, and stays at every seat.
        {...(areNamesShown ? {} : { note: words.checkCode(tally.checkCode) })}
      />
    </>
  );
}

/** Where some of those to be elected are, and not all, it is neither the one nor the other. */
function toneOf({ verdict, elected }: Tally): 'passed' | 'not-passed' | 'neutral' {
  if (verdict === 'none') return 'neutral';
  return verdict === 'not-passed' && elected.length > 0 ? 'neutral' : verdict;
}
