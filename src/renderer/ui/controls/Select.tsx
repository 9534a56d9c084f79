import { Check, ChevronDown } from 'lucide-react';
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
  Text,
} from 'react-aria-components';
import { classes } from '../classes.ts';
import styles from './Field.module.css';

export interface SelectOption<Id extends string> {
  readonly id: Id;
  readonly label: string;
}

interface SelectProps<Id extends string> {
  readonly label: string;
  readonly options: ReadonlyArray<SelectOption<Id>>;
  readonly selectedId: Id | null;
  readonly onSelect: (id: Id) => void;
  /** Shown while nothing is chosen. */
  readonly placeholder: string;
  readonly hint?: string;
  readonly isDisabled?: boolean;
}

/** One of several; letters typed on the keyboard find the option. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const { label, options, selectedId, onSelect, placeholder, hint } = props;
  return (
    <AriaSelect
      className={classes(styles.field)}
      value={selectedId}
      placeholder={placeholder}
      isDisabled={props.isDisabled ?? false}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key);
        if (chosen) onSelect(chosen.id);
      }}
    >
      <Label className={classes(styles.label)}>{label}</Label>
      <Button className={classes(styles.box)}>
        <SelectValue className={classes(styles.chosen)} />
        <ChevronDown className={styles.arrow} aria-hidden />
      </Button>
      {hint !== undefined && (
        <Text slot="description" className={classes(styles.hint)}>
          {hint}
        </Text>
      )}
      <Popover className={classes(styles.popover)} offset={4}>
        <ListBox className={classes(styles.list)}>
          {options.map((option) => (
            <ListBoxItem
              key={option.id}
              id={option.id}
              textValue={option.label}
              className={classes(styles.option)}
            >
              <Check className={styles.check} aria-hidden />
              {option.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
