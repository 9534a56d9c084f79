import type { ReactNode } from 'react';
import { Cell, Column, Row, Table as AriaTable, TableBody, TableHeader } from 'react-aria-components';
import { classes } from '../classes.ts';
import styles from './Table.module.css';

export interface TableColumn<Item> {
  readonly id: string;
  readonly label: string;
  readonly cell: (item: Item) => ReactNode;
  /** `end` for figures. */
  readonly align?: 'start' | 'end';
  /** The column that names the row for screen readers and type-ahead; exactly one. */
  readonly names?: (item: Item) => string;
  readonly isSortable?: boolean;
}

export interface TableSort {
  readonly columnId: string;
  readonly isDescending: boolean;
}

interface TableProps<Item> {
  readonly label: string;
  readonly columns: ReadonlyArray<TableColumn<Item>>;
  /** Already in order: the table shows the sort and asks for another, it does not sort. */
  readonly items: readonly Item[];
  readonly idOf: (item: Item) => string;
  readonly selectedId?: string | null;
  readonly onSelect?: (id: string | null) => void;
  /** In the place of `selectedId`: several rows at once, each press adds or takes away one. */
  readonly selectedIds?: ReadonlySet<string>;
  readonly onSelectMany?: (ids: ReadonlySet<string>) => void;
  /** Enter or a double press. */
  readonly onOpen?: (id: string) => void;
  readonly sort?: TableSort;
  readonly onSort?: (sort: TableSort) => void;
  readonly empty: ReactNode;
}

/** The clerk's table: dense, and everything in it reached by arrows, letters, Space and Enter. */
export function Table<Item>(props: TableProps<Item>) {
  const { label, columns, items, idOf, onOpen, sort, onSort } = props;
  return (
    <AriaTable
      className={classes(styles.table)}
      aria-label={label}
      {...selectionOf(props)}
      {...(onOpen ? { onRowAction: (key: string | number) => onOpen(String(key)) } : {})}
      {...(sort
        ? {
            sortDescriptor: {
              column: sort.columnId,
              direction: sort.isDescending ? 'descending' : 'ascending',
            },
          }
        : {})}
      {...(onSort
        ? {
            onSortChange: (next: { column: string | number; direction: string }) =>
              onSort({ columnId: String(next.column), isDescending: next.direction === 'descending' }),
          }
        : {})}
    >
      <TableHeader>
        {columns.map((column) => (
          <Column
            key={column.id}
            id={column.id}
            isRowHeader={column.names !== undefined}
            allowsSorting={column.isSortable ?? false}
            className={classes(styles.head, column.align === 'end' && styles.end)}
          >
            {column.label}
          </Column>
        ))}
      </TableHeader>
      <TableBody renderEmptyState={() => <div className={styles.empty}>{props.empty}</div>}>
        {items.map((item) => (
          <TableRow key={idOf(item)} id={idOf(item)} item={item} columns={columns} />
        ))}
      </TableBody>
    </AriaTable>
  );
}

function selectionOf<Item>(props: TableProps<Item>) {
  const { items, idOf, selectedId = null, onSelect, selectedIds, onSelectMany } = props;
  if (selectedIds !== undefined && onSelectMany !== undefined)
    return {
      selectionMode: 'multiple',
      selectionBehavior: 'toggle',
      selectedKeys: selectedIds,
      onSelectionChange: (keys: 'all' | ReadonlySet<string | number>) =>
        onSelectMany(new Set(keys === 'all' ? items.map(idOf) : [...keys].map(String))),
    } as const;
  return {
    selectionMode: onSelect ? 'single' : 'none',
    selectionBehavior: 'replace',
    selectedKeys: selectedId === null ? [] : [selectedId],
    onSelectionChange: (keys: 'all' | ReadonlySet<string | number>) =>
      onSelect?.(keys === 'all' ? null : firstKey(keys)),
  } as const;
}

interface TableRowProps<Item> {
  readonly id: string;
  readonly item: Item;
  readonly columns: ReadonlyArray<TableColumn<Item>>;
}

function TableRow<Item>({ id, item, columns }: TableRowProps<Item>) {
  const name = columns.find((column) => column.names)?.names?.(item) ?? id;
  return (
    <Row id={id} textValue={name} className={classes(styles.row)}>
      {columns.map((column) => (
        <Cell key={column.id} className={classes(styles.cell, column.align === 'end' && styles.end)}>
          {column.cell(item)}
        </Cell>
      ))}
    </Row>
  );
}

function firstKey(keys: ReadonlySet<string | number>): string | null {
  const [first] = keys;
  return first === undefined ? null : String(first);
}
