import { Button as AriaButton } from 'react-aria-components';
import { classes } from '../classes.ts';
import type { Icon } from '../icon.ts';
import styles from './NavRail.module.css';

export interface NavRailItem<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly icon: Icon;
  /** A word or number on the icon when something waits there: "mới", "3". */
  readonly badge?: string;
}

interface NavRailProps<Id extends string> {
  /** What the rail is, for screen readers. */
  readonly label: string;
  readonly items: ReadonlyArray<NavRailItem<Id>>;
  /** Kept apart at the bottom: help, leaving the terminal. */
  readonly footer?: ReadonlyArray<NavRailItem<Id>>;
  readonly selectedId: Id | null;
  readonly onSelect: (id: Id) => void;
}

/** The seat's rail on the left: the few places a delegate goes to. */
export function NavRail<Id extends string>(props: NavRailProps<Id>) {
  const button = (item: NavRailItem<Id>) => (
    <RailButton
      key={item.id}
      item={item}
      isSelected={item.id === props.selectedId}
      onPress={() => props.onSelect(item.id)}
    />
  );
  return (
    <nav className={styles.rail} aria-label={props.label}>
      {props.items.map(button)}
      {props.footer && <div className={styles.footer}>{props.footer.map(button)}</div>}
    </nav>
  );
}

interface RailButtonProps {
  readonly item: NavRailItem<string>;
  readonly isSelected: boolean;
  readonly onPress: () => void;
}

function RailButton({ item, isSelected, onPress }: RailButtonProps) {
  const ItemIcon = item.icon;
  return (
    <AriaButton
      className={classes(styles.item)}
      data-selected={isSelected || undefined}
      {...(isSelected ? { 'aria-current': 'page' } : {})}
      onPress={onPress}
    >
      <span className={styles.picture}>
        <ItemIcon className={styles.icon} aria-hidden />
        {item.badge !== undefined && <span className={styles.badge}>{item.badge}</span>}
      </span>
      <span>{item.label}</span>
    </AriaButton>
  );
}
