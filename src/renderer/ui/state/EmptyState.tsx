import type { ReactNode } from 'react';
import type { Icon } from '../icon.ts';
import styles from './EmptyState.module.css';

interface EmptyStateProps {
  readonly icon: Icon;
  readonly title: string;
  /** Why it is empty, and what will fill it. */
  readonly detail?: string;
  readonly action?: ReactNode;
}

/** A place with nothing in it yet, said calmly. */
export function EmptyState({ icon: GivenIcon, title, detail, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <GivenIcon className={styles.icon} aria-hidden strokeWidth={1.25} />
      <p className={styles.title}>{title}</p>
      {detail !== undefined && <p className={styles.detail}>{detail}</p>}
      {action}
    </div>
  );
}
