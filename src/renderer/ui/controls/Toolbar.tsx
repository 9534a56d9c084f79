import type { ReactNode } from 'react';
import { Toolbar as AriaToolbar } from 'react-aria-components';
import { classes } from '../classes.ts';
import styles from './Toolbar.module.css';

interface ToolbarProps {
  /** What the tools work on, for screen readers. */
  readonly label: string;
  /** `ToolButton`, `ToolText` and `ToolDivider`. */
  readonly children: ReactNode;
}

/** The document's tools, floating under the hand; arrow keys go from tool to tool. Place it with `ToolbarPlace`. */
export function Toolbar({ label, children }: ToolbarProps) {
  return (
    <AriaToolbar className={classes(styles.toolbar)} aria-label={label}>
      {children}
    </AriaToolbar>
  );
}

/** Puts a `Toolbar` at the bottom middle of the nearest positioned box (the middle of `SurfaceLayout`). */
export function ToolbarPlace({ children }: { readonly children: ReactNode }) {
  return <div className={styles.place}>{children}</div>;
}

/** Words among the tools: "12 / 60". */
export function ToolText({ children }: { readonly children: ReactNode }) {
  return <span className={styles.text}>{children}</span>;
}

/** A thin line between groups of tools. */
export function ToolDivider() {
  return <span className={styles.divider} role="separator" aria-orientation="vertical" />;
}

/** Tools that are shown where there is room for them, and left to a `ToolMenu` where there is not. */
export function WideTools({ children }: { readonly children: ReactNode }) {
  return <div className={styles.wide}>{children}</div>;
}
