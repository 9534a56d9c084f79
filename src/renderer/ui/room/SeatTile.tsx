import { Check, CircleDashed, FileClock, Hand, Mic, Minus, Unplug, UserRound } from 'lucide-react';
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

/** What may be true besides: who sits there speaks, asks for the floor, or the terminal lacks papers. */
export type SeatSign = 'speaking' | 'asking' | 'papers';

export interface SeatFace {
  /** The seat's code: "A07". */
  readonly code: string;
  readonly state: SeatState;
  /** The state in one or two words: "đã nhận". */
  readonly word: string;
  /** Who sits there; read aloud, not shown. */
  readonly name?: string;
  readonly signs?: readonly SeatSign[];
}

interface SeatTileProps extends SeatFace {
  readonly isSelected?: boolean;
  readonly onPress?: () => void;
}

/** The glyph of each state and sign; an invited person has a shape instead. */
export const seatIcons: Readonly<Record<SeatState | SeatSign, Icon | null>> = {
  unmanned: CircleDashed,
  present: UserRound,
  received: Check,
  disconnected: Unplug,
  absent: Minus,
  invited: null,
  speaking: Mic,
  asking: Hand,
  papers: FileClock,
};

/** One seat of the room; its state is told by glyph, border and word as well as by colour. */
export function SeatTile(props: SeatTileProps) {
  const { code, state, word, name, signs = [], isSelected = false, onPress } = props;
  // A sign says that somebody is there; two glyphs and a code would not fit a small display.
  const StateIcon = state === 'present' && signs.length > 0 ? null : seatIcons[state];
  const look = {
    className: classes(styles.seat),
    'data-state': state,
    'data-selected': isSelected || undefined,
    'data-speaking': signs.includes('speaking') || undefined,
  };
  const face = (
    <>
      <span className={styles.code}>
        {StateIcon && <StateIcon className={styles.icon} aria-hidden />}
        {code}
        {signs.map((sign) => (
          <Sign key={sign} sign={sign} />
        ))}
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

function Sign({ sign }: { readonly sign: SeatSign }) {
  const Glyph = seatIcons[sign];
  return Glyph === null ? null : <Glyph className={styles.sign} data-sign={sign} aria-hidden />;
}
