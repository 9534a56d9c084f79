import { CircleAlert, CircleCheck, Hourglass, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from '../classes.ts';
import type { Icon } from '../icon.ts';
import styles from './Banner.module.css';

export type BannerTone = 'waiting' | 'info' | 'refused' | 'good';

interface BannerProps {
  readonly tone: BannerTone;
  readonly title: string;
  /** One or two calm sentences: what is true and whether anything has to be done. */
  readonly detail?: ReactNode;
  /** Usually one outlined button. */
  readonly action?: ReactNode;
}

const icons: Readonly<Record<BannerTone, Icon>> = {
  waiting: Hourglass,
  info: Info,
  refused: CircleAlert,
  good: CircleCheck,
};

/** A notice in the flow of the page, read out politely; the kit has no dialog for it on purpose. */
export function Banner({ tone, title, detail, action }: BannerProps) {
  const ToneIcon = icons[tone];
  return (
    <div className={classes(styles.banner)} data-tone={tone} role="status">
      <ToneIcon className={styles.icon} aria-hidden />
      <div className={styles.text}>
        <p className={styles.title}>{title}</p>
        {detail !== undefined && <div className={styles.detail}>{detail}</div>}
      </div>
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  );
}
