import { Hourglass } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { classes } from '../classes.ts';
import type { Icon } from '../icon.ts';
import styles from './Button.module.css';

export interface ButtonProps {
  /** The word on the button; for `isIconOnly` it is read aloud instead. Riskier steps end with “…”. */
  readonly label: string;
  readonly onPress: () => void;
  /** `filled` is the one right thing to do now: at most one in sight. */
  readonly variant?: 'filled' | 'outlined' | 'quiet';
  /** `seat` is for a finger (60px and more), `console` for a desk (48px). */
  readonly size?: 'seat' | 'console';
  readonly icon?: Icon;
  readonly isIconOnly?: boolean;
  readonly isDisabled?: boolean;
  /** The press was heard and is being carried out: presses are ignored, focus stays. */
  readonly isPending?: boolean;
  /** Presses are not heard for a moment, and nothing on the button shows it. */
  readonly isResting?: boolean;
  /** Shown instead of the label while pending. */
  readonly pendingLabel?: string;
  /** Takes the full width of its place. */
  readonly isWide?: boolean;
  readonly autoFocus?: boolean;
  /** The key that does the same, shown on the button; whoever shows it makes it work. */
  readonly shortcut?: string;
}

/** A button with a word on it. Nothing on it moves, pending included. */
export function Button(props: ButtonProps) {
  const { label, onPress, variant = 'outlined', size = 'console', isIconOnly = false } = props;
  const { isResting = false } = props;
  const { isDisabled = false, isPending = false, isWide = false, autoFocus = false } = props;
  const GivenIcon = isPending ? Hourglass : props.icon;
  const text = isPending ? (props.pendingLabel ?? label) : label;
  return (
    <AriaButton
      className={classes(styles.button, isWide && styles.wide, isIconOnly && styles.iconOnly)}
      data-variant={variant}
      data-size={size}
      onPress={onPress}
      isDisabled={isDisabled}
      isPending={isPending || isResting}
      data-resting={(isResting && !isPending) || undefined}
      autoFocus={autoFocus}
      {...(isIconOnly ? { 'aria-label': text } : {})}
      {...(props.shortcut === undefined ? {} : { 'aria-keyshortcuts': props.shortcut })}
    >
      {GivenIcon && <GivenIcon className={styles.icon} aria-hidden />}
      {!isIconOnly && <span>{text}</span>}
      {props.shortcut !== undefined && (
        <kbd className={styles.key} aria-hidden>
          {props.shortcut}
        </kbd>
      )}
    </AriaButton>
  );
}
