import { Label, ProgressBar } from 'react-aria-components';
import { classes } from '../classes.ts';
import styles from './Progress.module.css';

interface ProgressProps {
  /** What is being done. */
  readonly label: string;
  /** From 0 to 1; left out while the end is not known. */
  readonly share?: number;
  /** How far, in words: "7/11 tệp · 12,5 MB". */
  readonly valueText: string;
}

/** How far something has come, in words first and as a bar second. */
export function Progress({ label, share, valueText }: ProgressProps) {
  const isIndeterminate = share === undefined;
  const value = Math.min(Math.max(share ?? 0, 0), 1);
  return (
    <ProgressBar
      className={classes(styles.progress)}
      isIndeterminate={isIndeterminate}
      value={value}
      maxValue={1}
      valueLabel={valueText}
    >
      <Label className={classes(styles.label)}>{label}</Label>
      <span className={styles.value}>{valueText}</span>
      <div className={styles.track}>
        <div
          className={isIndeterminate ? styles.unknown : styles.bar}
          {...(isIndeterminate ? {} : { style: { inlineSize: `${value * 100}%` } })}
        />
      </div>
    </ProgressBar>
  );
}
