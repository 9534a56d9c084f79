import type { Column, Row, TableBlock } from '../typeset/blocks.ts';

/** A column: its name, its share of the width, and how its cells stand: `l` left, `c` centred, `r` right. */
export type ColumnPlan = readonly [name: string, share: number, align: 'l' | 'c' | 'r'];

const aligns = { l: 'left', c: 'center', r: 'right' } as const;

/**
 * A table with a head of one row. A row of one cell is the title of a group, one without a number a total; both are
 * set in bold.
 */
export function simpleTable(
  plan: readonly ColumnPlan[],
  lines: readonly (readonly string[])[],
  size = 13,
): TableBlock {
  return {
    kind: 'table',
    before: 2,
    size,
    columns: plan.map(([, share, align]): Column => ({ share, align: aligns[align] })),
    head: [plan.map(([text], column) => ({ text, column }))],
    rows: lines.map((cells): Row =>
      cells.length === 1 || cells[0] === '' ? { cells, face: 'bold' } : { cells },
    ),
  };
}

/** The same lines with their numbers in front, counted from `first`. */
export function numbered(lines: readonly (readonly string[])[], first = 1): string[][] {
  return lines.map((line, index) => [String(first + index), ...line]);
}
