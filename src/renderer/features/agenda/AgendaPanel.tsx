import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { AgendaItemId } from '../../../shared/records/ids.ts';
import type { Vote } from '../../../shared/records/vote.ts';
import { runningVote } from '../../data/select/votes.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import type { Messages } from '../../i18n/messages.vi.ts';
import { Panel } from '../../ui/layout/Panel.tsx';
import { AgendaRow, type AgendaState } from '../../ui/room/AgendaRow.tsx';
import { minutesSpent } from './item-minutes.ts';

interface AgendaPanelProps {
  /** In the order of the agenda. */
  readonly items: readonly AgendaItem[];
  readonly votes: readonly Vote[];
  /** The room's time. */
  readonly nowMs: number;
  readonly selectedId?: AgendaItemId | null;
  readonly onSelect?: (item: AgendaItem) => void;
}

const rowStates: Readonly<Record<AgendaItem['state'], AgendaState>> = {
  waiting: 'coming',
  current: 'current',
  done: 'past',
};

/** The agenda with planned and real minutes; the item in discussion stands out. */
export function AgendaPanel({ items, votes, nowMs, selectedId = null, onSelect }: AgendaPanelProps) {
  const { meeting: words } = useMessages();
  const voting = runningVote(votes, items[0]?.meetingId ?? null);
  return (
    <Panel title={words.agenda}>
      {items.map((item) => (
        <AgendaRow
          key={item.id}
          number={item.order}
          title={item.title}
          detail={detailOf(item, nowMs, voting?.itemId === item.id, words)}
          state={rowStates[item.state]}
          isSelected={item.id === selectedId}
          {...(onSelect ? { onPress: () => onSelect(item) } : {})}
        />
      ))}
    </Panel>
  );
}

function detailOf(item: AgendaItem, nowMs: number, isVoting: boolean, words: Messages['meeting']): string {
  const spent = minutesSpent(item, nowMs);
  const parts = [words.minutes(item.plannedMinutes)];
  if (item.papers === 'paper') parts.push(words.onPaper);
  if (item.state === 'done') parts.push(words.took(spent), words.done);
  if (item.state === 'current') parts.push(words.spent(spent), isVoting ? words.inVote : words.current);
  return parts.join(' · ');
}
