import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import { itemTimes, meetingTimes } from '../../../shared/domain/agenda-times.ts';
import type { AgendaItemId } from '../../../shared/records/ids.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import type { Vote } from '../../../shared/records/vote.ts';
import { runningVote } from '../../data/select/votes.ts';
import type { Format } from '../../i18n/format.ts';
import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';
import type { Messages } from '../../i18n/messages.vi.ts';
import { Panel } from '../../ui/layout/Panel.tsx';
import { AgendaRow, type AgendaState } from '../../ui/room/AgendaRow.tsx';
import styles from './AgendaPanel.module.css';
import { minutesSpent } from './item-minutes.ts';

interface AgendaPanelProps {
  /** In the order of the agenda. */
  readonly items: readonly AgendaItem[];
  readonly votes: readonly Vote[];
  /** The room's time. */
  readonly nowMs: number;
  /** Given, the times of the whole meeting stand under the items. */
  readonly meeting?: Meeting;
  readonly selectedId?: AgendaItemId | null;
  readonly onSelect?: (item: AgendaItem) => void;
}

const rowStates: Readonly<Record<AgendaItem['state'], AgendaState>> = {
  waiting: 'coming',
  current: 'current',
  done: 'past',
};

/** The agenda with planned and real minutes; the item in discussion stands out. */
export function AgendaPanel(props: AgendaPanelProps) {
  const { items, votes, nowMs, meeting, selectedId = null, onSelect } = props;
  const { meeting: words } = useMessages();
  const format = useFormat();
  const voting = runningVote(votes, items[0]?.meetingId ?? null);
  return (
    <>
      <Panel title={words.agenda}>
        {items.map((item) => (
          <AgendaRow
            key={item.id}
            number={item.order}
            title={item.title}
            detail={detailOf(item, { nowMs, isVoting: voting?.itemId === item.id, words, format })}
            state={rowStates[item.state]}
            isSelected={item.id === selectedId}
            {...(onSelect ? { onPress: () => onSelect(item) } : {})}
          />
        ))}
      </Panel>
      {meeting !== undefined && <AgendaTotals meeting={meeting} items={items} nowMs={nowMs} />}
    </>
  );
}

interface Moment {
  readonly nowMs: number;
  readonly isVoting: boolean;
  readonly words: Messages['meeting'];
  readonly format: Format;
}

function detailOf(item: AgendaItem, { nowMs, isVoting, words, format }: Moment): string {
  const spent = minutesSpent(item, nowMs);
  const over = Math.floor(itemTimes(item, nowMs).overMs / 60_000);
  const parts = [words.minutes(item.plannedMinutes)];
  if (item.papers === 'paper') parts.push(words.onPaper);
  if (item.state === 'done') parts.push(words.took(spent));
  if (item.state === 'current') parts.push(words.spent(spent));
  if (over > 0) parts.push(words.over(over));
  if (item.state === 'done' && item.beganAt !== null && item.endedAt !== null) {
    parts.push(words.between(format.time(item.beganAt), format.time(item.endedAt)));
  }
  if (item.state === 'current') {
    if (item.beganAt !== null) parts.push(words.from(format.time(item.beganAt)));
    parts.push(item.pausedAt !== null ? words.inBreak : isVoting ? words.inVote : words.current);
  }
  return parts.join(' · ');
}

/** What the whole agenda was planned to take, has taken, and when it may end. */
function AgendaTotals({
  meeting,
  items,
  nowMs,
}: Required<Pick<AgendaPanelProps, 'meeting' | 'items' | 'nowMs'>>) {
  const { meeting: words } = useMessages();
  const format = useFormat();
  const { plannedMs, realMs, startedAt, endedAt, expectedEnd } = meetingTimes(meeting, items, nowMs);
  const minutes = (ms: number): number => Math.round(ms / 60_000);
  const parts = [words.plannedInAll(minutes(plannedMs))];
  if (startedAt !== null) parts.push(words.realInAll(minutes(realMs), format.time(startedAt)));
  if (endedAt !== null) parts.push(words.closedAt(format.time(endedAt)));
  if (expectedEnd !== null) parts.push(words.expectedEnd(format.time(expectedEnd)));
  return (
    <div className={styles.totals}>
      {parts.map((part) => (
        <p key={part}>{part}</p>
      ))}
    </div>
  );
}
