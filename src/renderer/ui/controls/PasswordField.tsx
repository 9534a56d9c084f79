import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { FieldError, Input, Label, TextField as AriaTextField, ToggleButton } from 'react-aria-components';
import { classes } from '../classes.ts';
import styles from './Field.module.css';

interface PasswordFieldProps {
  readonly label: string;
  /** Of the button that shows what has been typed. */
  readonly showLabel: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong and how to put it right; its presence marks the field. */
  readonly error?: string;
  readonly autoFocus?: boolean;
}

/** A password, hidden until its reader asks to see it. */
export function PasswordField(props: PasswordFieldProps) {
  const { label, showLabel, value, onChange, error } = props;
  const [isShown, setIsShown] = useState(false);
  const Glyph = isShown ? EyeOff : Eye;
  return (
    <AriaTextField
      className={classes(styles.field)}
      type={isShown ? 'text' : 'password'}
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      autoFocus={props.autoFocus ?? false}
    >
      <Label className={classes(styles.label)}>{label}</Label>
      <span className={styles.withButton}>
        <Input className={classes(styles.box)} autoComplete="off" spellCheck={false} />
        <ToggleButton
          className={classes(styles.reveal)}
          aria-label={showLabel}
          isSelected={isShown}
          onChange={setIsShown}
        >
          <Glyph aria-hidden />
        </ToggleButton>
      </span>
      <FieldError className={classes(styles.error)}>{error}</FieldError>
    </AriaTextField>
  );
}
