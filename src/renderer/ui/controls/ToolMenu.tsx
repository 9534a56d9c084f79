import { Check } from 'lucide-react';
import {
  Button as AriaButton,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
} from 'react-aria-components';
import { classes } from '../classes.ts';
import type { Icon } from '../icon.ts';
import toolStyles from './ToolButton.module.css';
import styles from './ToolMenu.module.css';

export interface ToolMenuItem<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly icon: Icon;
  /** The key that does the same. */
  readonly hint?: string;
  /** Given for what stays chosen. */
  readonly isOn?: boolean;
  readonly isDisabled?: boolean;
}

export interface ToolMenuGroup<Id extends string> {
  readonly id: string;
  readonly label: string;
  readonly items: ReadonlyArray<ToolMenuItem<Id>>;
}

interface ToolMenuProps<Id extends string> {
  readonly label: string;
  readonly icon: Icon;
  readonly groups: ReadonlyArray<ToolMenuGroup<Id>>;
  readonly onAction: (id: Id) => void;
}

/** The tool of a `Toolbar` behind which the rarer ones stand, in groups beside each other. */
export function ToolMenu<Id extends string>({ label, icon: MenuIcon, groups, onAction }: ToolMenuProps<Id>) {
  const all = groups.flatMap(({ items }) => items);
  return (
    <MenuTrigger>
      <AriaButton className={classes(toolStyles.tool)} aria-label={label}>
        <MenuIcon className={classes(toolStyles.icon)} aria-hidden />
      </AriaButton>
      <Popover className={classes(styles.popover)} placement="top" offset={12}>
        <Menu
          className={classes(styles.menu)}
          aria-label={label}
          onAction={(key) => {
            const chosen = all.find(({ id }) => id === key);
            if (chosen) onAction(chosen.id);
          }}
        >
          {groups.map((group) => (
            <MenuSection key={group.id} className={classes(styles.group)}>
              <Header className={classes(styles.title)}>{group.label}</Header>
              {group.items.map((item) => (
                <ToolMenuRow key={item.id} item={item} />
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function ToolMenuRow<Id extends string>({ item }: { readonly item: ToolMenuItem<Id> }) {
  const { id, label, icon: ItemIcon, hint, isOn = false, isDisabled = false } = item;
  return (
    <MenuItem
      id={id}
      className={classes(styles.item)}
      textValue={label}
      isDisabled={isDisabled}
      data-on={isOn || undefined}
    >
      <ItemIcon className={styles.icon} aria-hidden />
      <span className={styles.label}>{label}</span>
      {hint !== undefined && <kbd className={styles.hint}>{hint}</kbd>}
      {isOn && <Check className={styles.icon} aria-hidden />}
    </MenuItem>
  );
}
