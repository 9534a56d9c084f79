import type { Meeting } from '../../../shared/records/meeting.ts';
import { presenceWords } from '../../features/attendance/presence-words.ts';
import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';
import styles from './ScreenWindow.module.css';

/** Before the first item and after the end: where, when, and whether enough members are here. */
export function ScreenState({ meeting }: { readonly meeting: Meeting }) {
  const { meeting: words, screen } = useMessages();
  const format = useFormat();
  if (meeting.state === 'closed') {
    return (
      <div className={styles.facts}>
        <p className={styles.item}>{screen.closedTitle}</p>
        {meeting.closedAt !== null && (
          <p className={styles.fact}>{words.closedAt(format.time(meeting.closedAt))}</p>
        )}
      </div>
    );
  }
  return (
    <div className={styles.facts}>
      <p className={styles.fact}>{meeting.place}</p>
      <p className={styles.fact}>
        {words.plannedAt(format.time(meeting.plannedAt), format.longDate(meeting.plannedAt))}
      </p>
      <p className={styles.presence} role="status">
        {presenceWords(meeting, words, ' – ')}
      </p>
    </div>
  );
}
