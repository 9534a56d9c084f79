import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { MeetingId } from '../../../shared/records/ids.ts';
import type { Opinion } from '../../../shared/records/opinion.ts';
import { useRecords } from '../../data/records.ts';
import { delegateOf, type Delegate } from '../../data/select/people.ts';
import { useAsk } from '../../data/use-ask.ts';
import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Panel } from '../../ui/layout/Panel.tsx';
import { ListRow } from '../../ui/room/ListRow.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import styles from './Messages.module.css';

interface OpinionListProps {
  readonly meetingId: MeetingId;
  readonly items: readonly AgendaItem[];
  readonly delegates: readonly Delegate[];
  /** The chairperson decides; the secretary reads. */
  readonly canMark: boolean;
  /** Stays away while there is no opinion. */
  readonly isAwayWhenEmpty?: boolean;
}

/** The written opinions of a meeting, for the consoles alone. */
export function OpinionList(props: OpinionListProps) {
  const { meetingId, items, delegates, canMark, isAwayWhenEmpty = false } = props;
  const { messaging: words } = useMessages();
  const opinions = useRecords('opinion')
    .filter((one) => one.meetingId === meetingId)
    .toSorted((a, b) => Number(b.state === 'sent') - Number(a.state === 'sent') || b.at - a.at);
  if (isAwayWhenEmpty && opinions.length === 0) return null;
  return (
    <Panel title={words.opinions} aside={opinions.length > 0 && <span>{opinions.length}</span>}>
      {opinions.length === 0 && <ListRow title={words.noOpinions} tone="past" />}
      {opinions.map((opinion) => (
        <OpinionRow
          key={opinion.id}
          opinion={opinion}
          item={items.find(({ id }) => id === opinion.itemId) ?? null}
          delegate={delegateOf(delegates, opinion.participantId)}
          canMark={canMark}
        />
      ))}
    </Panel>
  );
}

interface OpinionRowProps {
  readonly opinion: Opinion;
  readonly item: AgendaItem | null;
  readonly delegate: Delegate | null;
  readonly canMark: boolean;
}

function OpinionRow({ opinion, item, delegate, canMark }: OpinionRowProps) {
  const { messaging: words, meeting: meetingWords } = useMessages();
  const format = useFormat();
  const people = useRecords('person');
  const { ask } = useAsk();
  const { id, state, personId } = opinion;
  const author = people.find((person) => person.id === personId)?.fullName ?? '';
  const who = [delegate?.participant.seat, author].filter(Boolean).join(' · ');
  const about = item === null ? '' : meetingWords.item(item.order);
  const facts = [about, format.time(opinion.at), opinion.copiedIn ? words.copiedIn : ''];
  const mark = (to: Opinion['state'], label: string) => (
    <Button label={label} onPress={() => ask('opinion/mark', { opinionId: id, state: to })} />
  );
  return (
    <li className={styles.opinion}>
      <p className={styles.who}>{who}</p>
      <p className={styles.facts}>{facts.filter(Boolean).join(' · ')}</p>
      <p className={styles.words}>{opinion.text}</p>
      {(state !== 'sent' || !canMark) && (
        <Chip
          size="small"
          tone={state === 'in-minutes' ? 'good' : 'neutral'}
          label={words.opinionStates[state]}
        />
      )}
      {canMark && (
        <div className={styles.buttons}>
          {state === 'sent' ? (
            <>
              {mark('in-minutes', words.toMinutes)}
              {mark('set-aside', words.setAside)}
            </>
          ) : (
            mark('sent', words.undo)
          )}
        </div>
      )}
    </li>
  );
}
