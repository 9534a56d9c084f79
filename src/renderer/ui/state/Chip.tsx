import { classes } from '../classes.ts';
import type { Tone } from '../tone.ts';
import styles from './Chip.module.css';

interface ChipProps {
  readonly tone: Tone;
  /** The state in words; a chip without a word does not exist. */
  readonly label: string;
  /** The dot has another shape for each tone, for those who do not see the colour. */
  readonly hasDot?: boolean;
  /** `small` sits in rows and lists. */
  readonly size?: 'normal' | 'small';
}

/** A state, in words. */
export function Chip({ tone, label, hasDot = true, size = 'normal' }: ChipProps) {
  return (
    <span className={classes(styles.chip)} data-tone={tone} data-size={size}>
      {hasDot && <span className={styles.dot} aria-hidden />}
      <span>{label}</span>
    </span>
  );
}
