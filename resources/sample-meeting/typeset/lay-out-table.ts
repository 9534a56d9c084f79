import type { Column, HeadCell, Row, TableBlock } from './blocks.ts';
import type { Align } from './canvas.ts';
import type { FaceName } from './faces.ts';
import type { Flow } from './lay-out.ts';
import { breakLines, toWords, type Line } from './text-lines.ts';

const padding = { side: 3.5, top: 2.5, bottom: 3 };

interface Box {
  readonly x: number;
  readonly width: number;
}

interface Cell {
  readonly box: Box;
  readonly lines: readonly Line[];
  readonly align: Align;
}

/** Lays out a table with its frame; rows do not break, the head is repeated on every page. */
export function layOutTable(flow: Flow, table: TableBlock, richness: number): void {
  const leading = table.size * 1.22;
  const boxes = boxesOf(table.columns, flow.size.left, flow.width);
  const kept = table.rows.filter((row) => (row.rank ?? -1) < richness);
  const rows = countRows(kept).map((row) => toRow(row));
  const head = layOutHead(flow, table, boxes);
  const first = rows[0]?.height ?? 0;
  if (flow.room() < table.before + head.height + first && !flow.isAtTop()) flow.nextPage();
  if (!flow.isAtTop()) flow.y += table.before;
  head.place();
  for (const [index, row] of rows.entries()) {
    // The title of a group does not stay behind on a page without its first row.
    const kept = row.cells.length === 1 ? (rows[index + 1]?.height ?? 0) : 0;
    if (flow.room() < row.height + kept - 0.01) {
      flow.nextPage();
      head.place();
    }
    placeCells(flow, row.cells, { y: flow.y, height: row.height, size: table.size });
    flow.y += row.height;
  }
  flow.y += 8;

  function toRow(row: Row): { cells: Cell[]; height: number } {
    const whole = row.cells.length === 1;
    const cells = row.cells.map((text, index) => {
      const box = whole ? { x: flow.size.left, width: flow.width } : (boxes[index] ?? { x: 0, width: 0 });
      const align = whole ? 'left' : (table.columns[index]?.align ?? 'left');
      return {
        box,
        align,
        lines: cellLines(flow, text, box, { size: table.size, face: row.face ?? 'regular' }),
      };
    });
    return { cells, height: heightOf(cells, leading) };
  }
}

/** Puts the running number in place of `#` in the first cell, counted anew after the title of a group. */
function countRows(rows: readonly Row[]): Row[] {
  let count = 0;
  return rows.map((row) => {
    count = row.cells.length === 1 ? 0 : count + 1;
    const [first = '', ...rest] = row.cells;
    return row.cells.length === 1 ? row : { ...row, cells: [first.replace('#', String(count)), ...rest] };
  });
}

function boxesOf(columns: readonly Column[], left: number, width: number): Box[] {
  const total = columns.reduce((sum, column) => sum + column.share, 0);
  let x = left;
  return columns.map((column) => {
    const box = { x, width: (column.share / total) * width };
    x += box.width;
    return box;
  });
}

interface CellStyle {
  readonly size: number;
  readonly face: FaceName;
}

function cellLines(flow: Flow, text: string, box: Box, style: CellStyle): Line[] {
  const words = toWords(text, flow.faces, style.face);
  return words.length === 0 ? [] : breakLines(words, style.size, box.width - 2 * padding.side, 0);
}

function heightOf(cells: readonly Cell[], leading: number): number {
  const lines = Math.max(1, ...cells.map((cell) => cell.lines.length));
  return lines * leading + padding.top + padding.bottom;
}

function layOutHead(flow: Flow, table: TableBlock, boxes: readonly Box[]): { height: number; place(): void } {
  const leading = table.size * 1.22;
  const laid = table.head.map((row) =>
    row.map((cell) => ({ cell, set: setHeadCell(flow, cell, boxes, table.size) })),
  );
  const heights = laid.map((row) =>
    heightOf(
      row.filter(({ cell }) => (cell.rows ?? 1) === 1).map(({ set }) => set),
      leading,
    ),
  );
  laid.forEach((row, index) => {
    for (const { cell, set } of row) {
      const spanned = heights.slice(index, index + (cell.rows ?? 1)).reduce((sum, height) => sum + height, 0);
      const missing = heightOf([set], leading) - spanned;
      if (missing > 0) heights[index] = (heights[index] ?? 0) + missing;
    }
  });
  return {
    height: heights.reduce((sum, height) => sum + height, 0),
    place() {
      laid.forEach((row, index) => {
        for (const { cell, set } of row) {
          const height = heights.slice(index, index + (cell.rows ?? 1)).reduce((sum, each) => sum + each, 0);
          placeCells(flow, [set], { y: flow.y, height, size: table.size });
        }
        flow.y += heights[index] ?? 0;
      });
    },
  };
}

function setHeadCell(flow: Flow, cell: HeadCell, boxes: readonly Box[], size: number): Cell {
  const spanned = boxes.slice(cell.column, cell.column + (cell.columns ?? 1));
  const box = { x: spanned[0]?.x ?? 0, width: spanned.reduce((sum, each) => sum + each.width, 0) };
  return { box, align: 'center', lines: cellLines(flow, cell.text, box, { size, face: 'bold' }) };
}

function placeCells(
  flow: Flow,
  cells: readonly Cell[],
  at: { y: number; height: number; size: number },
): void {
  const leading = at.size * 1.22;
  for (const { box, lines, align } of cells) {
    const top = at.y + (at.height - lines.length * leading) / 2;
    flow.mark((canvas) => canvas.frame({ ...box, y: at.y, height: at.height }));
    lines.forEach((line, index) => {
      const place = {
        x: box.x + padding.side,
        y: top + index * leading + (leading - at.size) / 2 + at.size * 0.82,
        room: box.width - 2 * padding.side,
        size: at.size,
        align,
      };
      flow.mark((canvas) => canvas.line(line, place));
    });
  }
}
