import { Delete } from 'lucide-react';
import { useId } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { classes } from '../classes.ts';
import { pressPinKey, readPin, type PinKey } from './pin-entry.ts';
import styles from './PinPad.module.css';

/** The words of the pad; `useMessages().general.signIn` has this shape. */
export interface PinPadWords {
  readonly pin: string;
  readonly erase: string;
  readonly clear: string;
  readonly entered: (count: number, length: number) => string;
}

interface PinPadProps {
  readonly words: PinPadWords;
  /** The digits entered so far; the owner empties it after a refusal. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Called once with the whole PIN when its last digit is entered. */
  readonly onComplete: (pin: string) => void;
  /** Why the last PIN was refused, in words. */
  readonly error?: string;
  /** The PIN is being checked: nothing can be entered. */
  readonly isPending?: boolean;
  readonly length?: number;
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/**
 * Sign-in by a short number: large keys for a finger, or the keyboard; the digits never show.
 * The field is a real password field without a virtual keyboard, so that readers and test tools know it.
 */
export function PinPad(props: PinPadProps) {
  const { words, value, onChange, onComplete, error, isPending = false, length = 6 } = props;
  const errorId = useId();
  const enter = (next: string) => {
    if (isPending || next === value) return;
    onChange(next);
    if (next.length === length) onComplete(next);
  };
  const press = (key: PinKey) => enter(pressPinKey(value, key, length));
  return (
    <div className={styles.pad}>
      <div className={styles.entry} data-invalid={error !== undefined || undefined}>
        <input
          className={styles.input}
          type="password"
          inputMode="none"
          autoComplete="off"
          autoFocus
          aria-label={words.pin}
          aria-invalid={error !== undefined}
          aria-describedby={errorId}
          value={value}
          readOnly={isPending}
          onChange={(event) => enter(readPin(event.target.value, length))}
        />
        {Array.from({ length }, (_, index) => (
          <span
            key={index}
            className={styles.dot}
            data-filled={index < value.length || undefined}
            aria-hidden
          />
        ))}
      </div>
      <p className={styles.error} id={errorId} role="status">
        {error}
      </p>
      <div className={styles.keys} role="group" aria-label={words.entered(value.length, length)}>
        {digits.map((digit) => (
          <PinButton key={digit} label={digit} isDisabled={isPending} onPress={() => press({ digit })} />
        ))}
        <PinButton label={words.clear} isWord isDisabled={isPending} onPress={() => press('clear')} />
        <PinButton label="0" isDisabled={isPending} onPress={() => press({ digit: '0' })} />
        <PinButton label={words.erase} isErase isDisabled={isPending} onPress={() => press('erase')} />
      </div>
    </div>
  );
}

interface PinButtonProps {
  readonly label: string;
  readonly isDisabled: boolean;
  readonly isWord?: boolean;
  readonly isErase?: boolean;
  readonly onPress: () => void;
}

function PinButton({ label, isDisabled, isWord = false, isErase = false, onPress }: PinButtonProps) {
  return (
    <AriaButton
      className={classes(styles.key, isWord && styles.word)}
      isDisabled={isDisabled}
      onPress={onPress}
      {...(isErase ? { 'aria-label': label } : {})}
    >
      {isErase ? <Delete className={styles.icon} aria-hidden /> : label}
    </AriaButton>
  );
}
