import type { ReactNode } from 'react';
import styles from './Shelf.module.css';

interface ShelfProps {
  readonly children: ReactNode;
  /** `column` is as wide as a side column; `stage` is as tall as a small display. */
  readonly as?: 'row' | 'column' | 'stage';
}

/** Where a story puts its pieces. */
export function Shelf({ children, as = 'row' }: ShelfProps) {
  return <div className={styles[as]}>{children}</div>;
}
