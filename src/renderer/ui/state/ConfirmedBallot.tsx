import { Mail, MailCheck, MailMinus, MailX } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from '../classes.ts';
import type { Icon } from '../icon.ts';
import type { Tone } from '../tone.ts';
import { Chip } from './Chip.tsx';
import styles from './ConfirmedBallot.module.css';

export type BallotStatus = 'received' | 'saved' | 'refused' | 'late';

interface ConfirmedBallotProps {
  /** Says that the person has answered; never what. */
  readonly title: string;
  readonly status: BallotStatus;
  /** The status in words. */
  readonly statusLabel: string;
  /** What happens next, and whether anything has to be done. */
  readonly detail: string;
  /** Usually the outlined button that changes the answer, until the lock. */
  readonly action?: ReactNode;
}

const tones: Readonly<Record<BallotStatus, Tone>> = {
  received: 'good',
  saved: 'waiting',
  refused: 'accent',
  late: 'waiting',
};

const pictures: Readonly<Record<BallotStatus, Icon>> = {
  received: MailCheck,
  saved: Mail,
  refused: MailX,
  late: MailMinus,
};

/** What a seat shows after an answer: the same picture whatever was chosen, so that a neighbour learns nothing. */
export function ConfirmedBallot({ title, status, statusLabel, detail, action }: ConfirmedBallotProps) {
  const Picture = pictures[status];
  return (
    <div className={classes(styles.ballot)} data-status={status} role="group" aria-label={title}>
      <Picture className={styles.picture} aria-hidden strokeWidth={1.25} />
      <p className={styles.title}>{title}</p>
      <div className={styles.status} role="status">
        <Chip tone={tones[status]} label={statusLabel} />
        <p className={styles.detail}>{detail}</p>
      </div>
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  );
}
