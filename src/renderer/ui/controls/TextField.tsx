import { FieldError, Input, Label, Text, TextArea, TextField as AriaTextField } from 'react-aria-components';
import { classes } from '../classes.ts';
import styles from './Field.module.css';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  /** What is wrong and how to put it right; its presence marks the field. */
  readonly error?: string;
  /** More than 1 makes a box of that many lines. */
  readonly lines?: number;
  readonly isDisabled?: boolean;
  readonly isRequired?: boolean;
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
}

/** One thing to type, with its label above and what is wrong below. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, hint, error, lines = 1, maxLength } = props;
  return (
    <AriaTextField
      className={classes(styles.field)}
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      isDisabled={props.isDisabled ?? false}
      isRequired={props.isRequired ?? false}
      autoFocus={props.autoFocus ?? false}
      {...(maxLength === undefined ? {} : { maxLength })}
    >
      <Label className={classes(styles.label)}>{label}</Label>
      {lines > 1 ? (
        <TextArea className={classes(styles.box)} rows={lines} />
      ) : (
        <Input className={classes(styles.box)} />
      )}
      {hint !== undefined && (
        <Text slot="description" className={classes(styles.hint)}>
          {hint}
        </Text>
      )}
      <FieldError className={classes(styles.error)}>{error}</FieldError>
    </AriaTextField>
  );
}
