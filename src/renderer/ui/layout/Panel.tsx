import { useId, type ReactNode } from 'react';
import styles from './Panel.module.css';

interface PanelProps {
  /** The small heading over the list. */
  readonly title: string;
  /** Beside the heading: a count, a quiet button. */
  readonly aside?: ReactNode;
  /** Rows (`ListRow`, `AgendaRow`, `DocumentRow`). */
  readonly children: ReactNode;
}

/** A titled list of rows, in a side column. */
export function Panel({ title, aside, children }: PanelProps) {
  const headingId = useId();
  return (
    <section className={styles.panel} aria-labelledby={headingId}>
      <div className={styles.head}>
        <h2 className={styles.title} id={headingId}>
          {title}
        </h2>
        {aside}
      </div>
      <ul>{children}</ul>
    </section>
  );
}
