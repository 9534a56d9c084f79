import type { ReactNode } from 'react';
import styles from './ScreenLayout.module.css';

interface ScreenLayoutProps {
  /** The meeting and the item, small. */
  readonly eyebrow: string;
  /** The matter, large. */
  readonly title: string;
  readonly clock?: ReactNode;
  readonly children?: ReactNode;
  /** Attendance, what comes next. */
  readonly footer?: string;
  /** The small mark of a screen that has lost its source and holds the last safe picture. */
  readonly notice?: string;
}

/**
 * The room screen: dark in every theme, few words, sized by the display and not by the reader's text setting.
 * Sets `--screen-unit` (one per cent of the display's width) for `Figure` and `VerdictBand`.
 */
export function ScreenLayout({ eyebrow, title, clock, children, footer, notice }: ScreenLayoutProps) {
  return (
    <main className={styles.screen} data-theme="dark">
      <header className={styles.head}>
        <div>
          <p className={styles.eyebrow}>{eyebrow}</p>
          <h1 className={styles.title}>{title}</h1>
        </div>
        {clock !== undefined && <div className={styles.clock}>{clock}</div>}
      </header>
      <div className={styles.body}>{children}</div>
      <footer className={styles.foot}>
        <p>{footer}</p>
        <p className={styles.notice} role="status">
          {notice}
        </p>
      </footer>
    </main>
  );
}
