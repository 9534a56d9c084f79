import type { ReactNode } from 'react';
import styles from './FigureRow.module.css';

interface FigureRowProps {
  readonly children: ReactNode;
  readonly size?: 'console' | 'screen';
}

/** Figures side by side, on one base line. */
export function FigureRow({ children, size = 'console' }: FigureRowProps) {
  return (
    <div className={styles.row} data-size={size}>
      {children}
    </div>
  );
}
