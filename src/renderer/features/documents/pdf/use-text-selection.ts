import { useEffect, useRef, type RefObject } from 'react';
import { rectToPageUnits, type Rect, type Rotation, type TextSelection } from '../../../view/page-frame.ts';
import type { PageLayout } from './page-layout.ts';
import { pixelsPerUnit } from './page-size.ts';

/** Tells of the words that are selected on a page within `scroller`. Of a selection over two pages the first counts. */
export function useTextSelection(
  scroller: RefObject<HTMLElement | null>,
  layout: PageLayout,
  rotation: Rotation,
  onSelectText: ((selection: TextSelection | null) => void) | undefined,
): void {
  const latest = useRef({ layout, rotation, onSelectText });
  useEffect(() => {
    latest.current = { layout, rotation, onSelectText };
  });
  useEffect(() => {
    let hadSome = false;
    const tell = (): void => {
      const { current } = latest;
      if (current.onSelectText === undefined) return;
      const selected = scroller.current && selectionWithin(scroller.current, current);
      if (selected === null && !hadSome) return;
      hadSome = selected !== null;
      current.onSelectText(selected);
    };
    document.addEventListener('selectionchange', tell);
    return () => document.removeEventListener('selectionchange', tell);
  }, [scroller]);
}

interface Standing {
  readonly layout: PageLayout;
  readonly rotation: Rotation;
}

function selectionWithin(scroller: HTMLElement, { layout, rotation }: Standing): TextSelection | null {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const sheet = sheetOf(range.startContainer);
  if (sheet === null || !scroller.contains(sheet)) return null;
  const page = Number(sheet.dataset['page']);
  const box = layout.boxes[page - 1];
  const text = selection.toString().normalize('NFC').trim();
  if (box === undefined || text === '') return null;
  const edge = sheet.getBoundingClientRect();
  const frame = { width: edge.width, height: edge.height, scale: box.scale * pixelsPerUnit, rotation };
  const isOnPage = (rect: Rect): boolean =>
    rect.width > 0 && rect.height > 0 && rect.y + rect.height > 0 && rect.y < edge.height;
  const rects = [...range.getClientRects()]
    .map(({ left, top, width, height }) => ({ x: left - edge.left, y: top - edge.top, width, height }))
    .filter((rect) => isOnPage(rect))
    .map((rect) => rectToPageUnits(rect, frame));
  return rects.length === 0 ? null : { page, rects, text };
}

function sheetOf(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>('[data-page]') ?? null;
}
