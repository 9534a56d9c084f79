import type { ReactNode } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { classes } from '../classes.ts';
import type { Icon } from '../icon.ts';
import styles from './PopoverButton.module.css';

interface PopoverButtonProps {
  /** Of the button, and of what it opens. */
  readonly label: string;
  readonly icon: Icon;
  readonly children: ReactNode;
}

/** A button of the top bar with something behind it that lies over the page until one looks elsewhere. */
export function PopoverButton({ label, icon: ButtonIcon, children }: PopoverButtonProps) {
  return (
    <DialogTrigger>
      <AriaButton className={classes(styles.button)} aria-label={label}>
        <ButtonIcon className={styles.icon} aria-hidden />
      </AriaButton>
      <Popover className={classes(styles.popover)} placement="bottom end" offset={8}>
        <Dialog className={classes(styles.dialog)} aria-label={label}>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
