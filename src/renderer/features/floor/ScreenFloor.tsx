import type { Speech } from '../../../shared/records/speech.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { SpeechClock } from './SpeechClock.tsx';
import { useSpeechWords } from './use-speech-words.ts';
import styles from './ScreenFloor.module.css';

interface ScreenFloorProps {
  readonly speaker: Speech | null;
  readonly queue: readonly Speech[];
}

/** As many of the next speakers as can be read from fifteen metres. */
const mostNext = 3;

/** The speaker with the timer, and who comes next, for the whole room. */
export function ScreenFloor({ speaker, queue }: ScreenFloorProps) {
  const { floor } = useMessages();
  const { standsIn } = useSpeechWords();
  return (
    <div className={styles.floor}>
      {speaker !== null && (
        <section className={styles.speaker} aria-label={floor.speakingNow}>
          <p className={styles.label}>{floor.speakingNow}</p>
          <p className={styles.name}>{speaker.name}</p>
          {speaker.standsInFor !== null && <p className={styles.label}>{standsIn(speaker)}</p>}
          <SpeechClock speech={speaker} size="screen" />
        </section>
      )}
      {queue.length > 0 && (
        <section aria-label={floor.nextSpeakers}>
          <p className={styles.label}>{floor.nextSpeakers}</p>
          <ol className={styles.next}>
            {queue.slice(0, mostNext).map((one) => (
              <li key={one.id}>
                {one.name}
                {one.standsInFor !== null && <span className={styles.label}> · {standsIn(one)}</span>}
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}
