import { Button as AriaButton } from 'react-aria-components';
import { classes } from '../classes.ts';
import type { Icon } from '../icon.ts';
import styles from './ToolButton.module.css';

interface ToolButtonProps {
  /** Read aloud, and shown when `hasWord`. */
  readonly label: string;
  readonly icon?: Icon;
  readonly onPress: () => void;
  /** Shows the label as a word in the accent colour. */
  readonly hasWord?: boolean;
  /** Given for tools that stay on; left out for tools that act once. */
  readonly isOn?: boolean;
  readonly isDisabled?: boolean;
}

/** One tool of a `Toolbar`, for a finger. */
export function ToolButton(props: ToolButtonProps) {
  const { label, icon: ToolIcon, onPress, hasWord = false, isOn, isDisabled = false } = props;
  return (
    <AriaButton
      className={classes(styles.tool)}
      data-on={isOn || undefined}
      isDisabled={isDisabled}
      onPress={onPress}
      {...(hasWord ? {} : { 'aria-label': label })}
      {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
    >
      {ToolIcon && <ToolIcon className={styles.icon} aria-hidden />}
      {hasWord && <span>{label}</span>}
    </AriaButton>
  );
}
