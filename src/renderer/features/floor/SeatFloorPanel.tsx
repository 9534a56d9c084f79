import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { ParticipantId } from '../../../shared/records/ids.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Panel } from '../../ui/layout/Panel.tsx';
import { ListRow } from '../../ui/room/ListRow.tsx';
import { QueuePanel } from './QueuePanel.tsx';
import styles from './SeatFloorPanel.module.css';
import { useOwnFloor } from './use-own-floor.ts';

interface SeatFloorPanelProps {
  readonly meeting: Meeting;
  readonly items: readonly AgendaItem[];
  /** The current one; null between items. */
  readonly item: AgendaItem | null;
  readonly me: ParticipantId;
}

/** What stands behind the one button: the list of speakers, the urgent request, the reply, and other items. */
export function SeatFloorPanel({ meeting, items, item, me }: SeatFloorPanelProps) {
  const { floor, meeting: words } = useMessages();
  const view = useOwnFloor(meeting.id, item, me);
  const { speaker, queue, speeches, own } = view;
  const others = items.filter(({ id, state }) => state === 'waiting' && id !== item?.id);
  const asked = new Set(
    speeches.filter((one) => one.participantId === me && one.state === 'waiting').map((one) => one.itemId),
  );
  const canAsk = item !== null && (own.kind === 'none' || own.kind === 'refused') && !view.isBusy;
  const replyTo = speaker !== null && speaker.participantId !== me ? speaker : null;
  return (
    <>
      <QueuePanel speaker={speaker} queue={queue} me={me} />
      {item !== null && (
        <div className={styles.ways}>
          <Button
            label={floor.askUrgent}
            size="seat"
            isWide
            isDisabled={!canAsk}
            onPress={() => view.request(item.id, 'urgent', null)}
          />
          {replyTo !== null && (
            <Button
              label={floor.replyTo(replyTo.name)}
              size="seat"
              isWide
              isDisabled={!canAsk}
              onPress={() => view.request(item.id, 'reply', replyTo)}
            />
          )}
        </div>
      )}
      {others.length > 0 && (
        <Panel title={floor.registerTitle}>
          {others.map((other) => (
            <ListRow
              key={other.id}
              title={words.itemTitle(other.order, other.title)}
              {...(asked.has(other.id)
                ? { detail: floor.registeredFor(other.order) }
                : { onPress: () => view.request(other.id, 'speak', null) })}
            />
          ))}
        </Panel>
      )}
    </>
  );
}
