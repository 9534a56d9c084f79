import { Hand, HandHelping, List, MessageSquareText } from 'lucide-react';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { ParticipantId } from '../../../shared/records/ids.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import { useIdentity } from '../../data/room.ts';
import { OwnFloor } from '../../features/floor/OwnFloor.tsx';
import { useOwnFloor } from '../../features/floor/use-own-floor.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import type { SeatPlace } from '../../view/create-reading-store.ts';
import styles from './SeatDock.module.css';
import type { SeatView } from './use-seat.ts';

/** The three buttons that always work, under the hand, and what has become of the own request. */
export function SeatDock({ seat }: { readonly seat: SeatView }) {
  const { floor } = useMessages();
  const identity = useIdentity();
  const { meeting, me, item, reading, running } = seat;
  if (identity.seat === null) return null;
  const canSpeak = meeting !== null && (meeting.state === 'open' || meeting.state === 'released');
  const goTo = (place: SeatPlace): void => reading.goTo(place, running?.id ?? null);
  return (
    <section className={styles.dock} aria-label={floor.dock}>
      {me !== null && canSpeak ? (
        <SpeakerButtons meeting={meeting} item={item} me={me} onGoTo={goTo} />
      ) : (
        <CallButton onGoTo={goTo} />
      )}
    </section>
  );
}

interface SpeakerButtonsProps {
  readonly meeting: Meeting;
  readonly item: AgendaItem | null;
  readonly me: ParticipantId;
  readonly onGoTo: (place: SeatPlace) => void;
}

function SpeakerButtons({ meeting, item, me, onGoTo }: SpeakerButtonsProps) {
  const { floor, messaging } = useMessages();
  const { own, isBusy, request, withdraw } = useOwnFloor(meeting.id, item, me);
  const ask = (): void => {
    if (item === null) onGoTo('floor');
    else request(item.id, 'speak', null);
  };
  const mayAsk = own.kind === 'none' || own.kind === 'refused';
  const mayWithdraw = own.kind === 'waiting' || own.kind === 'unsent';
  return (
    <>
      <div className={styles.own} data-hint={own.kind === 'none' || undefined}>
        <OwnFloor own={own} />
      </div>
      <div className={styles.buttons}>
        {mayAsk && <Button label={floor.ask} icon={Hand} size="seat" isDisabled={isBusy} onPress={ask} />}
        {mayWithdraw && (
          <Button label={floor.withdraw} icon={Hand} size="seat" onPress={() => withdraw(own.id)} />
        )}
        <Button label={floor.more} icon={List} isIconOnly size="seat" onPress={() => onGoTo('floor')} />
        <Button
          label={messaging.opinion}
          icon={MessageSquareText}
          size="seat"
          onPress={() => onGoTo('opinion')}
        />
        <CallButton onGoTo={onGoTo} />
      </div>
    </>
  );
}

function CallButton({ onGoTo }: { readonly onGoTo: (place: SeatPlace) => void }) {
  const { messaging } = useMessages();
  return <Button label={messaging.call} icon={HandHelping} size="seat" onPress={() => onGoTo('call')} />;
}
