import type { Vote } from '../../../shared/records/vote.ts';
import { useRecordMap } from '../../data/records.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Panel } from '../../ui/layout/Panel.tsx';
import { ListRow } from '../../ui/room/ListRow.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import { useVoteWords } from './vote-words.ts';

interface VotePanelProps {
  readonly title: string;
  readonly votes: readonly Vote[];
  readonly selectedId?: string | null;
  readonly onSelect?: (vote: Vote) => void;
  /** Which of them can be selected; all unless given. */
  readonly canSelect?: (vote: Vote) => boolean;
}

/** Votes as a list, each with its state and, once announced, its verdict. */
export function VotePanel(props: VotePanelProps) {
  const { title, votes, selectedId = null, onSelect, canSelect = () => true } = props;
  const { votes: words } = useMessages();
  const { verdict } = useVoteWords();
  const tallies = useRecordMap('tally');
  return (
    <Panel title={title}>
      {votes.map((vote) => {
        const tally = tallies.get(vote.id);
        const share = tally?.form.type === 'approval' ? ` ${tally.approve}/${tally.base}` : '';
        const result = tally ? ` · ${verdict(tally)}${tally.verdict === 'none' ? '' : share}` : '';
        const isLive = vote.state === 'open' || vote.state === 'held';
        return (
          <ListRow
            key={vote.id}
            title={vote.title}
            isSelected={vote.id === selectedId}
            badge={
              <Chip
                size="small"
                hasDot={false}
                tone={isLive ? 'accent' : tally?.verdict === 'passed' ? 'good' : 'neutral'}
                label={`${words.states[vote.state]}${result}`}
              />
            }
            {...(onSelect && canSelect(vote) ? { onPress: () => onSelect(vote) } : {})}
          />
        );
      })}
    </Panel>
  );
}
