import type { ReactNode } from 'react';
import { GridList, GridListItem } from 'react-aria-components';

interface RowListProps {
  /** What the list is, for screen readers. */
  readonly label: string;
  readonly className?: string | undefined;
  /** Enter or a double click on a row, by its id. */
  readonly onAction: (id: string) => void;
  readonly children: ReactNode;
}

/** Rows that arrows go through, with tools of their own in each; Tab leaves the list. */
export function RowList({ label, className = '', onAction, children }: RowListProps) {
  return (
    <GridList aria-label={label} className={className} onAction={(key) => onAction(String(key))}>
      {children}
    </GridList>
  );
}

interface RowProps {
  readonly id: string;
  /** What the row says, for whoever types ahead. */
  readonly text: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** One row of a {@link RowList}. */
export function Row({ id, text, className = '', children }: RowProps) {
  return (
    <GridListItem id={id} textValue={text} className={className}>
      {children}
    </GridListItem>
  );
}
