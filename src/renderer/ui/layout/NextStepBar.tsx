import { Button } from '../controls/Button.tsx';
import type { Icon } from '../icon.ts';
import { useShortcuts, type Shortcuts } from '../controls/use-shortcuts.ts';
import styles from './NextStepBar.module.css';

export interface Step {
  /** Steps that deserve a second thought end with “…” and open a `ConfirmPanel`. */
  readonly label: string;
  readonly onPress: () => void;
  readonly icon?: Icon;
  readonly isDisabled?: boolean;
  readonly isPending?: boolean;
  /** The step has just become this one: presses that meant the one before are not heard, and nothing shows it. */
  readonly isResting?: boolean;
  readonly pendingLabel?: string;
  /** The key that makes the step; the bar shows it and listens for it. */
  readonly shortcut?: string;
}

interface NextStepBarProps {
  /** What the bar is, for screen readers. */
  readonly label: string;
  /** The one right thing to do now. */
  readonly next: Step;
  /** Why it is the right thing, in one short sentence. */
  readonly hint?: string;
  /** Other steps that fit this moment, outlined, beside the next step. */
  readonly others?: readonly Step[];
  /** Steps that are always there, at the far side: announcement, break. */
  readonly always?: readonly Step[];
}

/** The keys of the steps that can be made now. */
function keysOf(steps: readonly Step[]): Shortcuts {
  return Object.fromEntries(
    steps
      .filter(
        ({ isDisabled = false, isPending = false, isResting = false }) =>
          !isDisabled && !isPending && !isResting,
      )
      .flatMap(({ shortcut, onPress }) => (shortcut === undefined ? [] : [[shortcut, onPress] as const])),
  );
}

/** The bottom bar of the chair's console: exactly one filled button. */
export function NextStepBar({ label, next, hint, others = [], always = [] }: NextStepBarProps) {
  useShortcuts(keysOf([next, ...others, ...always]));
  return (
    <section className={styles.bar} aria-label={label}>
      <div className={styles.steps}>
        {always.map((step) => (
          <Button key={step.label} {...step} />
        ))}
      </div>
      <p className={styles.hint} role="status">
        {hint}
      </p>
      <div className={styles.steps}>
        {others.map((step) => (
          <Button key={step.label} {...step} />
        ))}
        <div className={styles.next}>
          <Button {...next} variant="filled" size="seat" />
        </div>
      </div>
    </section>
  );
}
