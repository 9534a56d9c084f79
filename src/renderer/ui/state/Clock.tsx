import { useFormat } from '../../i18n/LanguageProvider.tsx';
import styles from './Clock.module.css';

interface ClockProps {
  /** Milliseconds since 1970; who renders the clock decides which clock that is and when it moves. */
  readonly timeMs: number;
}

/** The time of day, hours and minutes. */
export function Clock({ timeMs }: ClockProps) {
  const format = useFormat();
  return (
    <time className={styles.clock} dateTime={new Date(timeMs).toISOString()}>
      {format.time(timeMs)}
    </time>
  );
}
