import { classes } from '../../ui/classes.ts';
import styles from './ScreenOptions.module.css';
import type { TallyRow } from './tally-rows.ts';

interface ScreenOptionsProps {
  readonly rows: readonly TallyRow[];
  /** The word beside whoever has won. */
  readonly won: string;
}

/** Options or candidates on the screen with their numbers, as a list: names are long. */
export function ScreenOptions({ rows, won }: ScreenOptionsProps) {
  return (
    <dl className={classes(styles.list)} data-many={rows.length > 6 || undefined}>
      {rows.map(({ label, count, tone }, at) => (
        <div key={`${at} ${label}`} className={styles.row} data-tone={tone}>
          <dt>{label}</dt>
          {tone === 'good' && <span className={styles.elected}>{won}</span>}
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  );
}
