import type { Align, Canvas } from './canvas.ts';
import type { FaceName } from './faces.ts';

/** What a paper is made of, in order. Lengths in points. */
export type Block = TextBlock | TableBlock | DrawingBlock | { readonly kind: 'page-break' };

/** Blocks that are left out unless the paper needs their length: the lower the rank, the earlier they come in. */
interface Optional {
  readonly rank?: number;
}

export interface TextBlock extends Optional {
  readonly kind: 'text';
  /** With `<b>` and `<i>` marks. */
  readonly text: string;
  readonly style: TextStyle;
}

export interface TextStyle {
  readonly size: number;
  readonly face: FaceName;
  readonly align: Align;
  /** Baseline to baseline. */
  readonly leading: number;
  readonly before: number;
  readonly after: number;
  readonly firstIndent: number;
  readonly left: number;
  readonly right: number;
  /** Stays on the page of what follows. */
  readonly keepNext: boolean;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  /** Rows of the head, repeated on every page. */
  readonly head: readonly (readonly HeadCell[])[];
  readonly rows: readonly Row[];
  readonly size: number;
  readonly before: number;
}

export interface Column {
  /** Share of the table's width. */
  readonly share: number;
  readonly align: Align;
}

export interface HeadCell {
  readonly text: string;
  /** First column, from 0. */
  readonly column: number;
  readonly columns?: number;
  readonly rows?: number;
}

export interface Row extends Optional {
  /** One for each column, or a single one across all. A `#` in the first is the row's number. */
  readonly cells: readonly string[];
  readonly face?: FaceName;
}

/** Something drawn in one piece; it never breaks across pages. */
export interface DrawingBlock {
  readonly kind: 'drawing';
  readonly height: number;
  readonly before: number;
  readonly draw: (
    canvas: Canvas,
    at: { readonly x: number; readonly y: number; readonly width: number },
  ) => void;
}

export const body: TextStyle = {
  size: 14,
  face: 'regular',
  align: 'justify',
  leading: 22,
  before: 0,
  after: 6,
  firstIndent: 36,
  left: 0,
  right: 0,
  keepNext: false,
};

/** A paragraph of the text. */
export function paragraph(text: string, change: Partial<TextStyle> = {}, rank?: number): TextBlock {
  return { kind: 'text', text, style: { ...body, ...change }, ...(rank !== undefined && { rank }) };
}

/** A centred line such as the name of a chapter. */
export function centred(text: string, change: Partial<TextStyle> = {}): TextBlock {
  const style = {
    face: 'bold',
    align: 'center',
    firstIndent: 0,
    before: 6,
    after: 3,
    keepNext: true,
  } as const;
  return paragraph(text, { ...style, ...change });
}

/** A heading that begins like a paragraph: "I. …", "Điều 5. …". */
export function heading(text: string, change: Partial<TextStyle> = {}): TextBlock {
  return paragraph(text, { face: 'bold', before: 4, keepNext: true, ...change });
}

/** Empty height. */
export function gap(height: number): DrawingBlock {
  return { kind: 'drawing', height, before: 0, draw: () => undefined };
}
