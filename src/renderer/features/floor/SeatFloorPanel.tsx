import { queueOf } from '../../../shared/domain/floor.ts';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { ParticipantId } from '../../../shared/records/ids.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import type { Speech } from '../../../shared/records/speech.ts';
import { useOwnOutbox } from '../../data/commands.ts';
import { useOwnTime } from '../../data/own-time.ts';
import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Panel } from '../../ui/layout/Panel.tsx';
import { ListRow } from '../../ui/room/ListRow.tsx';
import { ownRequest } from './own-request.ts';
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
  const { floor } = useMessages();
  const view = useOwnFloor(meeting.id, item, me);
  const { speaker, queue, speeches, own } = view;
  const others = items.filter(({ id, state }) => state === 'waiting' && id !== item?.id);
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
            <OtherItem
              key={other.id}
              item={other}
              me={me}
              speeches={speeches}
              onRegister={() => view.request(other.id, 'speak', null)}
            />
          ))}
        </Panel>
      )}
    </>
  );
}

interface OtherItemProps {
  readonly item: AgendaItem;
  readonly me: ParticipantId;
  readonly speeches: readonly Speech[];
  readonly onRegister: () => void;
}

/** An item that is still to come: pressed, it registers; afterwards it says what has become of that. */
function OtherItem({ item, me, speeches, onRegister }: OtherItemProps) {
  const { floor, meeting: words } = useMessages();
  const format = useFormat();
  const ownTime = useOwnTime();
  const ofItem = speeches.filter(({ itemId }) => itemId === item.id);
  const own = ownRequest(me, item.id, { speeches: ofItem, queue: queueOf(ofItem, item.id) }, useOwnOutbox());
  const title = words.itemTitle(item.order, item.title);
  if (own.kind === 'unsent') {
    return <ListRow title={title} detail={floor.waitingToSend(format.time(ownTime(own.at)))} />;
  }
  if (own.kind === 'waiting') return <ListRow title={title} detail={floor.registeredFor(item.order)} />;
  return <ListRow title={title} onPress={onRegister} />;
}
