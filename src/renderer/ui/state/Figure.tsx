import { classes } from '../classes.ts';
import styles from './Figure.module.css';

interface FigureProps {
  /** The number, already formatted. */
  readonly value: string;
  /** The number it is measured against, shown smaller after a slash. */
  readonly of?: string;
  /** What is counted. */
  readonly label: string;
  readonly tone?: 'plain' | 'good' | 'waiting' | 'muted';
  /** `screen` is read from fifteen metres and uses the room screen's own colours. */
  readonly size?: 'console' | 'screen';
}

/** One huge number and what it counts. */
export function Figure({ value, of, label, tone = 'plain', size = 'console' }: FigureProps) {
  return (
    <div className={classes(styles.figure)} data-tone={tone} data-size={size}>
      <p className={styles.number}>
        {value}
        {of !== undefined && <span className={styles.of}>/{of}</span>}
      </p>
      <p className={styles.label}>{label}</p>
    </div>
  );
}
