import styles from './NumberRow.module.css';

interface NumberRowProps {
  /** What was counted. */
  readonly label: string;
  readonly count: number;
}

/** One line of a count or of a result, in a list of definitions: the words, and the number at the edge. */
export function NumberRow({ label, count }: NumberRowProps) {
  return (
    <div className={styles.row}>
      <dt>{label}</dt>
      <dd>{count}</dd>
    </div>
  );
}
