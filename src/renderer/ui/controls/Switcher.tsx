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
  /** Left out where the options say enough: then it is read out, and not shown. */
  readonly isLabelShown?: boolean;
  readonly options: ReadonlyArray<SwitcherOption<Id>>;
  readonly selectedId: Id;
  readonly onSelect: (id: Id) => void;
}

/** A choice of two or three that is taken at once, side by side. */
export function Switcher<Id extends string>(props: SwitcherProps<Id>) {
  const { label, isLabelShown = true, options, selectedId, onSelect } = props;
  const labelId = useId();
  return (
    <div className={styles.switcher}>
      {isLabelShown && (
        <span className={styles.label} id={labelId}>
          {label}
        </span>
      )}
      <ToggleButtonGroup
        className={classes(styles.options)}
        {...(isLabelShown ? { 'aria-labelledby': labelId } : { 'aria-label': label })}
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
