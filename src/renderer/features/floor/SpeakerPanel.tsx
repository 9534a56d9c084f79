import type { Speech } from '../../../shared/records/speech.ts';
import type { Asking } from '../../data/use-ask.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Panel } from '../../ui/layout/Panel.tsx';
import styles from './ChairFloor.module.css';
import { SpeechClock } from './SpeechClock.tsx';
import { useSpeechWords } from './use-speech-words.ts';

/** What an extension gives, in milliseconds. */
const extensionMs = 60_000;

/** Whoever has the floor, with the timer and what the chairperson can do about it. */
export function SpeakerPanel({ speech, asking }: { readonly speech: Speech; readonly asking: Asking }) {
  const { floor } = useMessages();
  const words = useSpeechWords();
  const of = { requestId: speech.id };
  const isPaused = speech.pausedAt !== null;
  return (
    <Panel title={floor.speakingNow}>
      <li className={styles.speaker}>
        <p className={styles.name}>{words.who(speech)}</p>
        {speech.standsInFor !== null && <p className={styles.detail}>{words.standsIn(speech)}</p>}
        <SpeechClock speech={speech} size="console" />
        <div className={styles.buttons}>
          <Button
            label={isPaused ? floor.resume : floor.pause}
            onPress={() => asking.ask(isPaused ? 'floor/resume' : 'floor/pause', of)}
          />
          {speech.limitMs !== null && (
            <Button
              label={floor.minuteMore}
              onPress={() => asking.ask('floor/extend', { ...of, ms: extensionMs })}
            />
          )}
          <Button label={floor.stop} onPress={() => asking.ask('floor/stop', of)} />
        </div>
      </li>
    </Panel>
  );
}
