import { degrees, PDFDocument, PDFName, rgb } from '@cantoo/pdf-lib';
import { codeStroke } from '../../../../shared/domain/annotations/ink-points.ts';
import type { Annotation } from '../../../../shared/domain/annotations/annotation.ts';
import type { PlacedNote } from '../placed-note.ts';

/** How a page of a sample is turned and cut. */
export interface SamplePage {
  readonly turn?: 0 | 90 | 180 | 270;
  readonly crop?: readonly [x: number, y: number, width: number, height: number];
  readonly userUnit?: number;
}

/** A PDF of A4 pages with a thin frame around what is shown; `useObjectStreams` is how newer programs write. */
export async function samplePdf(pages: readonly SamplePage[], useObjectStreams = false): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (const { turn = 0, crop, userUnit } of pages) {
    const page = document.addPage([595, 842]);
    page.setRotation(degrees(turn));
    if (crop !== undefined) page.setCropBox(...crop);
    if (userUnit !== undefined) page.node.set(PDFName.of('UserUnit'), document.context.obj(userUnit));
    page.drawRectangle({ x: 100, y: 100, width: 5, height: 5, color: rgb(0, 0, 0) });
  }
  return document.save({ useObjectStreams, updateFieldAppearances: false });
}

const anchor = { versionId: 'v1', page: 1 } as Annotation['anchor'];

const idOf = (text: string): Annotation['id'] => text as Annotation['id'];

/** An ink line along these places. */
export function inkNote(page: number, line: readonly (readonly [number, number])[], id = '1-a'): PlacedNote {
  const [points = ''] = codeStroke(line.map(([x, y]) => ({ x, y, pressure: 1 })));
  const shape = { kind: 'ink', tool: 'pen', width: 4, points } as const;
  return {
    annotation: { id: idOf(id), anchor, text: '', color: 'red', ...shape },
    page,
    standing: 'kept',
  };
}

/** One marked line of text. */
export function highlightNote(
  page: number,
  excerpt: string,
  rect = { x: 50, y: 60, width: 200, height: 14 },
): PlacedNote {
  const shape = { kind: 'highlight' as const, rects: [rect], excerpt };
  return {
    annotation: { id: idOf('2-a'), anchor, text: '', color: 'yellow', ...shape },
    page,
    standing: 'kept',
  };
}

/** A text note. */
export function textNote(page: number, text: string, standing: PlacedNote['standing'] = 'kept'): PlacedNote {
  const shape = { kind: 'note', x: 300, y: 200 } as const;
  return { annotation: { id: idOf('3-a'), anchor, text, color: 'blue', ...shape }, page, standing };
}

export const sampleWords = { author: 'Nguyễn Thị Hòa', bookmark: 'Dấu trang', review: 'Cần xem lại' };
