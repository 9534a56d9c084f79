import { ArrowDown, ArrowUp, GripVertical, Trash2 } from 'lucide-react';
import { useState, type DragEvent, type KeyboardEvent } from 'react';
import type { SpeechId } from '../../../shared/records/ids.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import type { Speech } from '../../../shared/records/speech.ts';
import type { Asking } from '../../data/use-ask.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Panel } from '../../ui/layout/Panel.tsx';
import { ListRow } from '../../ui/room/ListRow.tsx';
import styles from './ChairFloor.module.css';
import { useSpeechWords } from './use-speech-words.ts';

interface ChairQueueProps {
  readonly meeting: Meeting;
  readonly queue: readonly Speech[];
  /** Time to speak for the next one. */
  readonly limitMs: number | null;
  readonly canGive: boolean;
  readonly asking: Asking;
}

/** Those who wait, to be given the floor and put in another order: by dragging, by buttons, by keyboard. */
export function ChairQueue({ meeting, queue, limitMs, canGive, asking }: ChairQueueProps) {
  const { floor } = useMessages();
  const [chosen, setChosen] = useState<SpeechId | null>(null);
  const [dragged, setDragged] = useState<SpeechId | null>(null);
  const move = (requestId: SpeechId, before: SpeechId | null): void => {
    if (requestId !== before) asking.ask('floor/move', { requestId, before });
  };
  const step = (at: number, by: -1 | 1): void => {
    const moved = queue[at];
    const isPossible = by === -1 ? at > 0 : at < queue.length - 1;
    if (moved !== undefined && isPossible) move(moved.id, queue[by === -1 ? at - 1 : at + 2]?.id ?? null);
  };
  return (
    <Panel
      title={floor.waiting}
      aside={queue.length > 0 && <ClearQueue meeting={meeting} count={queue.length} asking={asking} />}
    >
      {queue.length === 0 && <ListRow title={floor.nobodyWaiting} tone="past" />}
      {queue.map((speech, at) => (
        <QueueRow
          key={speech.id}
          speech={speech}
          place={at + 1}
          isChosen={chosen === speech.id}
          canGive={canGive}
          onChoose={() => setChosen(chosen === speech.id ? null : speech.id)}
          onGive={() => asking.ask('floor/give', { requestId: speech.id, limitMs })}
          onRemove={() => asking.ask('floor/withdraw', { requestId: speech.id })}
          onStep={(by) => step(at, by)}
          onDrag={setDragged}
          onDrop={() => dragged !== null && move(dragged, speech.id)}
        />
      ))}
      {queue.length > 1 && <li className={styles.hint}>{floor.moveHint}</li>}
    </Panel>
  );
}

interface QueueRowProps {
  readonly speech: Speech;
  readonly place: number;
  readonly isChosen: boolean;
  readonly canGive: boolean;
  readonly onChoose: () => void;
  readonly onGive: () => void;
  readonly onRemove: () => void;
  /** One place up or down. */
  readonly onStep: (by: -1 | 1) => void;
  readonly onDrag: (id: SpeechId | null) => void;
  /** Somebody was dropped here: to stand before this one. */
  readonly onDrop: () => void;
}

function QueueRow(props: QueueRowProps) {
  const { speech, place, isChosen, canGive, onChoose, onStep, onDrag } = props;
  const { floor } = useMessages();
  const words = useSpeechWords();
  const byKey = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onStep(event.key === 'ArrowUp' ? -1 : 1);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    props.onDrop();
  };
  return (
    <li
      className={styles.row}
      draggable
      onDragStart={() => onDrag(speech.id)}
      onDragEnd={() => onDrag(null)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
      onKeyDown={byKey}
    >
      <button
        type="button"
        className={styles.choose}
        aria-expanded={isChosen}
        aria-label={`${place}. ${words.who(speech)}, ${words.detail(speech)}. ${floor.choose(speech.name)}`}
        onClick={onChoose}
      >
        <GripVertical className={styles.grip} aria-hidden />
        <span className={styles.place}>{place}</span>
        <span className={styles.text}>
          <span className={styles.name}>{words.who(speech)}</span>
          <span className={styles.detail}>{words.detail(speech)}</span>
        </span>
      </button>
      <Button label={floor.give} isDisabled={!canGive} onPress={props.onGive} />
      {isChosen && (
        <div className={styles.tools}>
          <Button label={floor.up} icon={ArrowUp} isDisabled={place === 1} onPress={() => onStep(-1)} />
          <Button label={floor.down} icon={ArrowDown} onPress={() => onStep(1)} />
          <Button label={floor.remove} icon={Trash2} onPress={props.onRemove} />
        </div>
      )}
    </li>
  );
}

interface ClearQueueProps {
  readonly meeting: Meeting;
  readonly count: number;
  readonly asking: Asking;
}

function ClearQueue({ meeting, count, asking }: ClearQueueProps) {
  const { floor, general } = useMessages();
  const [isSure, setIsSure] = useState(false);
  if (!isSure) return <Button label={floor.clear} variant="quiet" onPress={() => setIsSure(true)} />;
  return (
    <span className={styles.sure}>
      {floor.clearSure(count)}
      <Button label={general.action.cancel} autoFocus onPress={() => setIsSure(false)} />
      <Button
        label={floor.clearConfirm}
        onPress={() => {
          setIsSure(false);
          asking.ask('floor/clear', { meetingId: meeting.id });
        }}
      />
    </span>
  );
}
