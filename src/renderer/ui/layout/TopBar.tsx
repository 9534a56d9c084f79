import type { ReactNode } from 'react';
import styles from './TopBar.module.css';

interface TopBarProps {
  readonly title: string;
  readonly subtitle?: string;
  /** The states of the room and of this machine, as chips; always visible. */
  readonly chips?: ReactNode;
  readonly clock?: ReactNode;
  /** After the clock: the settings button. */
  readonly end?: ReactNode;
}

/** The bar on top of every surface: where we are, what is true, what time it is. */
export function TopBar({ title, subtitle, chips, clock, end }: TopBarProps) {
  return (
    <header className={styles.bar}>
      <div className={styles.titles}>
        <h1 className={styles.title}>{title}</h1>
        {subtitle !== undefined && <p className={styles.subtitle}>{subtitle}</p>}
      </div>
      <div className={styles.chips}>{chips}</div>
      {clock !== undefined && <div className={styles.clock}>{clock}</div>}
      {end}
    </header>
  );
}
