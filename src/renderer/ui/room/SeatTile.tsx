import { Check, CircleDashed, Minus, Unplug, UserRound } from 'lucide-react';
import { Button as AriaButton, VisuallyHidden } from 'react-aria-components';
import { classes } from '../classes.ts';
import type { Icon } from '../icon.ts';
import styles from './SeatTile.module.css';

/**
 * - `unmanned`: the terminal is linked, nobody has signed in
 * - `present`: signed in and linked
 * - `received`: what the room waits for from this seat has arrived
 * - `disconnected`: signed in, link lost
 * - `absent`: reported absent
 * - `invited`: takes part without a vote
 */
export type SeatState = 'unmanned' | 'present' | 'received' | 'disconnected' | 'absent' | 'invited';

export interface SeatFace {
  /** The seat's code: "A07". */
  readonly code: string;
  readonly state: SeatState;
  /** The state in one or two words: "đã nhận". */
  readonly word: string;
  /** Who sits there; read aloud, not shown. */
  readonly name?: string;
}

interface SeatTileProps extends SeatFace {
  readonly isSelected?: boolean;
  readonly onPress?: () => void;
}

const icons: Readonly<Record<SeatState, Icon | null>> = {
  unmanned: CircleDashed,
  present: UserRound,
  received: Check,
  disconnected: Unplug,
  absent: Minus,
  invited: null,
};

/** One seat of the room; its state is told by glyph, border and word as well as by colour. */
export function SeatTile({ code, state, word, name, isSelected = false, onPress }: SeatTileProps) {
  const StateIcon = icons[state];
  const look = {
    className: classes(styles.seat),
    'data-state': state,
    'data-selected': isSelected || undefined,
  };
  const face = (
    <>
      <span className={styles.code}>
        {StateIcon && <StateIcon className={styles.icon} aria-hidden />}
        {code}
      </span>{' '}
      {name !== undefined && <VisuallyHidden>{name} </VisuallyHidden>}
      <span className={styles.word}>{word}</span>
    </>
  );
  if (!onPress) return <div {...look}>{face}</div>;
  return (
    <AriaButton {...look} aria-pressed={isSelected} onPress={onPress}>
      {face}
    </AriaButton>
  );
}
