import { Circle, CircleCheck } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { classes } from '../classes.ts';
import styles from './ChoiceButton.module.css';

interface ChoiceButtonProps {
  readonly label: string;
  readonly isSelected: boolean;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
}

/** One answer of a vote. Neutral on purpose: nothing in it says which answer is the better one. */
export function ChoiceButton({ label, isSelected, isDisabled = false, onPress }: ChoiceButtonProps) {
  const Mark = isSelected ? CircleCheck : Circle;
  return (
    <AriaButton
      className={classes(styles.choice)}
      data-selected={isSelected || undefined}
      aria-pressed={isSelected}
      isDisabled={isDisabled}
      onPress={onPress}
    >
      <span>{label}</span>
      <Mark className={styles.mark} aria-hidden />
    </AriaButton>
  );
}
