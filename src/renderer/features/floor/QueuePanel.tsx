import type { ParticipantId } from '../../../shared/records/ids.ts';
import type { Speech } from '../../../shared/records/speech.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Panel } from '../../ui/layout/Panel.tsx';
import { ListRow } from '../../ui/room/ListRow.tsx';
import { SpeechClock } from './SpeechClock.tsx';
import { SpeechRow } from './SpeechRow.tsx';

interface QueuePanelProps {
  readonly speaker: Speech | null;
  readonly queue: readonly Speech[];
  /** Whose own row is marked; null for nobody's. */
  readonly me?: ParticipantId | null;
}

/** Who speaks and who waits, to be read: on seats and at the secretary's. */
export function QueuePanel({ speaker, queue, me = null }: QueuePanelProps) {
  const { floor } = useMessages();
  return (
    <>
      <Panel title={floor.speakingNow}>
        {speaker === null ? (
          <ListRow title={floor.nobody} tone="past" />
        ) : (
          <SpeechRow
            speech={speaker}
            isOwn={speaker.participantId === me}
            trail={<SpeechClock speech={speaker} size="console" />}
          />
        )}
      </Panel>
      <Panel title={floor.waiting} aside={queue.length > 0 && <span>{queue.length}</span>}>
        {queue.length === 0 && <ListRow title={floor.nobodyWaiting} tone="past" />}
        {queue.map((speech, at) => (
          <SpeechRow key={speech.id} speech={speech} place={at + 1} isOwn={speech.participantId === me} />
        ))}
      </Panel>
    </>
  );
}
