import type { ReactNode } from 'react';
import styles from './Shelf.module.css';

interface ShelfProps {
  readonly children: ReactNode;
  /** `column` is as wide as a side column; `stage` as tall as a small display, `screen` dark and small. */
  readonly as?: 'row' | 'column' | 'stage' | 'screen';
}

/** Where a story puts its pieces. */
export function Shelf({ children, as = 'row' }: ShelfProps) {
  return <div className={styles[as]}>{children}</div>;
}
