import { timerOf } from '../../../shared/domain/speech-timer.ts';
import type { Speech } from '../../../shared/records/speech.ts';
import { useLinkStatus } from '../../data/room.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { minutesAndSeconds } from '../../view/time-words.ts';
import { useSecond } from '../../view/use-now.ts';
import styles from './SpeechClock.module.css';

interface SpeechClockProps {
  readonly speech: Speech;
  /** `screen` is read from fifteen metres, in the room screen's own colours. */
  readonly size: 'console' | 'seat' | 'screen';
}

/** The timer of a speech: what is left, what it is over, or what has been spoken; in words as well as in colour. */
export function SpeechClock({ speech, size }: SpeechClockProps) {
  const { floor } = useMessages();
  const nowMs = useSecond(useLinkStatus().clockDifferenceMs ?? 0);
  const { elapsedMs, leftMs, phase, isPaused } = timerOf(speech, nowMs);
  const word = { free: floor.elapsed, running: floor.left, ending: floor.left, over: floor.over }[phase];
  const time = leftMs === null ? minutesAndSeconds(elapsedMs) : minutesAndSeconds(Math.abs(leftMs));
  return (
    <p className={styles.clock} data-phase={phase} data-size={size} role="timer">
      <span className={styles.time}>
        {phase === 'over' && '+'}
        {time}
      </span>
      <span className={styles.word}>{isPaused ? `${word} · ${floor.paused}` : word}</span>
    </p>
  );
}
