import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import type { Delegate } from '../../data/select/people.ts';
import { CopyList } from './CopyList.tsx';
import styles from './PaperCopies.module.css';

interface PaperCopiesDeskProps {
  readonly meeting: Meeting;
  /** The items of paper copies, in the order of the agenda. */
  readonly items: readonly AgendaItem[];
  readonly delegates: readonly Delegate[];
}

/** The numbered copies of the meeting's secret papers at the secretary's console, ticked by name. */
export function PaperCopiesDesk({ meeting, items, delegates }: PaperCopiesDeskProps) {
  return (
    <div className={styles.desk}>
      {items.map((item) => (
        <CopyList key={item.id} meeting={meeting} item={item} delegates={delegates} />
      ))}
    </div>
  );
}
