import { CircleCheck, CircleMinus, Info } from 'lucide-react';
import { classes } from '../classes.ts';
import type { Icon } from '../icon.ts';
import styles from './VerdictBand.module.css';

export type Verdict = 'passed' | 'not-passed' | 'neutral';

interface VerdictBandProps {
  readonly verdict: Verdict;
  /** The verdict as a word: "Thông qua". */
  readonly title: string;
  /** The numbers and the rule that decided it: "12/15 ủy viên đương nhiệm · cần 8 (quá nửa)". */
  readonly rule: string;
  /** A small last word, such as a check code. */
  readonly note?: string;
}

const icons: Readonly<Record<Verdict, Icon>> = {
  passed: CircleCheck,
  'not-passed': CircleMinus,
  neutral: Info,
};

/** The result of a vote on the room screen, with the rule beside the verdict. */
export function VerdictBand({ verdict, title, rule, note }: VerdictBandProps) {
  const VerdictIcon = icons[verdict];
  return (
    <section
      className={classes(styles.band)}
      data-verdict={verdict}
      data-long={rule.length > 56 || undefined}
      role="status"
    >
      <p className={styles.title}>
        <VerdictIcon className={styles.icon} aria-hidden />
        {title}
      </p>
      <p className={styles.rule}>{rule}</p>
      {note !== undefined && <p className={styles.note}>{note}</p>}
    </section>
  );
}
