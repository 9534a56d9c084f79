import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { classes } from '../classes.ts';
import styles from './ListRow.module.css';

interface ListRowProps {
  readonly title: string;
  readonly detail?: string;
  /** Before the text: a number, an icon. */
  readonly lead?: ReactNode;
  /** Under the text: usually a small chip. */
  readonly badge?: ReactNode;
  /** After the text: a button or a figure; must not hold a button when the row itself is pressed. */
  readonly trail?: ReactNode;
  readonly isSelected?: boolean;
  /** `info` and `accent` mark the one row that is live now; `viewed` one that is looked at beside it. */
  readonly tone?: 'plain' | 'info' | 'accent' | 'past' | 'viewed';
  /** Left out, the row is text and not a button. */
  readonly onPress?: () => void;
}

/** A row of a list in a panel: title, one line of detail, and what stands around them. */
export function ListRow(props: ListRowProps) {
  const { lead, trail, onPress, isSelected = false, tone = 'plain' } = props;
  const look = { 'data-tone': tone, 'data-selected': isSelected || undefined };
  const content = (
    <>
      {lead !== undefined && <span className={styles.lead}>{lead}</span>}
      <RowText {...props} />
      {trail !== undefined && <span className={styles.trail}>{trail}</span>}
    </>
  );
  return (
    <li className={styles.item}>
      {onPress ? (
        <AriaButton
          className={classes(styles.row)}
          {...look}
          {...(isSelected ? { 'aria-current': 'true' } : {})}
          onPress={onPress}
        >
          {content}
        </AriaButton>
      ) : (
        <div className={styles.row} {...look} {...(isSelected ? { 'aria-current': 'true' } : {})}>
          {content}
        </div>
      )}
    </li>
  );
}

function RowText({ title, detail, badge }: Pick<ListRowProps, 'title' | 'detail' | 'badge'>) {
  return (
    <span className={styles.text}>
      <span className={styles.title}>{title}</span>
      {detail !== undefined && <span className={styles.detail}>{detail}</span>}
      {badge !== undefined && <span className={styles.badge}>{badge}</span>}
    </span>
  );
}
