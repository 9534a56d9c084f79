import { seatIcons, type SeatSign, type SeatState } from './SeatTile.tsx';
import styles from './SeatLegend.module.css';

export interface LegendEntry {
  readonly id: string;
  readonly mark: SeatState | SeatSign;
  readonly word: string;
  readonly count: number;
}

interface SeatLegendProps {
  readonly label: string;
  readonly entries: readonly LegendEntry[];
}

/** What the marks on a seat map mean, and how many seats show each. */
export function SeatLegend({ label, entries }: SeatLegendProps) {
  return (
    <dl className={styles.legend} aria-label={label}>
      {entries.map(({ id, mark, word, count }) => {
        const Mark = seatIcons[mark];
        return (
          <div key={id} className={styles.entry}>
            <dt className={styles.word}>
              <span className={styles.mark} data-mark={mark}>
                {Mark && <Mark className={styles.icon} aria-hidden />}
              </span>
              {word}
            </dt>
            <dd className={styles.count}>{count}</dd>
          </div>
        );
      })}
    </dl>
  );
}
