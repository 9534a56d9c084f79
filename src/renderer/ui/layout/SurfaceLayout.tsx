import { useState, type ReactNode } from 'react';
import { classes } from '../classes.ts';
import { Switcher } from '../controls/Switcher.tsx';
import styles from './SurfaceLayout.module.css';

interface SurfaceLayoutProps {
  /** The `TopBar`. */
  readonly top: ReactNode;
  /** The `NavRail`, on a seat. */
  readonly rail?: ReactNode;
  /** The side column before the middle: documents, agenda. */
  readonly start?: ReactNode;
  readonly startLabel?: string;
  /** The middle: the document, the room. */
  readonly children: ReactNode;
  /** The side column after the middle: the vote, the floor. */
  readonly end?: ReactNode;
  readonly endLabel?: string;
  /** `wide` for the vote on a seat, whose answers want room; `widest` where they are names of people. */
  readonly endWidth?: 'wide' | 'widest';
  /** The `NextStepBar` or the `ConfirmPanel`, on the chair's console. */
  readonly bottom?: ReactNode;
  /**
   * Which side column stays where there is no room for both (large text, small displays).
   * While a vote waits for an answer that is `end`. Upright displays always show `end`, under the page.
   */
  readonly keep?: Side;
  /** The middle needs no width yet: upright displays then show `start` too. */
  readonly isMiddleSpare?: boolean;
  /** Words of a switch between the two, there to be seen only where `keep` would leave one out. */
  readonly sides?: Readonly<Record<'label' | Side, string>>;
}

type Side = 'start' | 'end';

/**
 * The frame of seat, chair and clerk: the page has the middle, columns come in at the sides and never cover it.
 * The middle and the columns take the focus, so that the keyboard can scroll them.
 */
export function SurfaceLayout(props: SurfaceLayoutProps) {
  const { top, rail, start, end, bottom, endWidth, sides } = props;
  const [turnedTo, setTurnedTo] = useState<Side | null>(null);
  const keep = turnedTo ?? props.keep ?? 'end';
  const hasBothSides = Boolean(start) && Boolean(end);
  const turn = hasBothSides && sides !== undefined && (
    <div className={styles.turn}>
      <Switcher<Side>
        label={sides.label}
        isLabelShown={false}
        options={[
          { id: 'start', label: sides.start },
          { id: 'end', label: sides.end },
        ]}
        selectedId={keep}
        onSelect={setTurnedTo}
      />
    </div>
  );
  return (
    <div className={styles.surface}>
      {top}
      <div
        className={styles.body}
        data-drop={hasBothSides ? (keep === 'end' ? 'start' : 'end') : undefined}
        data-spare={props.isMiddleSpare ?? false}
      >
        {rail}
        {start && (
          <aside className={classes(styles.side, styles.start)} aria-label={props.startLabel} tabIndex={0}>
            {turn}
            {start}
          </aside>
        )}
        <main className={styles.middle} tabIndex={0}>
          {props.children}
        </main>
        {end && (
          <aside
            className={classes(styles.side, styles.end, endWidth !== undefined && styles[endWidth])}
            aria-label={props.endLabel}
            tabIndex={0}
          >
            {turn}
            {end}
          </aside>
        )}
      </div>
      {bottom}
    </div>
  );
}
