import { useId } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { classes } from '../classes.ts';
import styles from './Switcher.module.css';

export interface SwitcherOption<Id extends string> {
  readonly id: Id;
  readonly label: string;
}

interface SwitcherProps<Id extends string> {
  readonly label: string;
  readonly options: ReadonlyArray<SwitcherOption<Id>>;
  readonly selectedId: Id;
  readonly onSelect: (id: Id) => void;
}

/** A choice of two or three that is taken at once, side by side. */
export function Switcher<Id extends string>({ label, options, selectedId, onSelect }: SwitcherProps<Id>) {
  const labelId = useId();
  return (
    <div className={styles.switcher}>
      <span className={styles.label} id={labelId}>
        {label}
      </span>
      <ToggleButtonGroup
        className={classes(styles.options)}
        aria-labelledby={labelId}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[selectedId]}
        onSelectionChange={(keys) => {
          const chosen = options.find((option) => keys.has(option.id));
          if (chosen) onSelect(chosen.id);
        }}
      >
        {options.map((option) => (
          <ToggleButton key={option.id} id={option.id} className={classes(styles.option)}>
            {option.label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
