import type { Icon } from '../../ui/icon.ts';
import styles from './PenBar.module.css';

interface PenButtonProps {
  readonly label: string;
  /** Read aloud instead of the label, where that says too little. */
  readonly spoken?: string;
  readonly icon?: Icon;
  /** A colour in place of an icon. */
  readonly swatch?: string;
  /** Given for tools that stay in hand. */
  readonly isOn?: boolean;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
}

/** A tool of the pen bar: its picture with its word beneath. */
export function PenButton(props: PenButtonProps) {
  const { label, spoken, icon: ToolIcon, swatch, isOn, isDisabled = false, onPress } = props;
  return (
    <button
      type="button"
      className={styles.tool}
      disabled={isDisabled}
      onClick={onPress}
      {...(spoken === undefined ? {} : { 'aria-label': spoken })}
      {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
    >
      {ToolIcon && <ToolIcon className={styles.icon} aria-hidden />}
      {swatch !== undefined && <span className={styles.swatch} style={{ background: swatch }} aria-hidden />}
      <span>{label}</span>
    </button>
  );
}
