import { useState } from 'react';
import type { DocumentFind, Hit, LookedFor } from './document-find.ts';
import { turnedFurther, type DocumentView, type PageMode } from './document-view.ts';
import { pageBeside } from './page-layout.ts';
import type { PdfDocument } from './pdf-document.ts';
import { leapt, noHistory, stepped } from './place-history.ts';
import type { ReadingAction } from './reading-action.ts';
import { useFinding } from './use-finding.ts';
import type { Pages } from './use-pages.ts';
import { nextZoom } from './zoom.ts';

/** What can stand beside the pages. */
export type PanelName = 'thumbnails' | 'outline';

/** What a reader is doing with a document, and the one way to do more. */
export interface Reading {
  readonly find: DocumentFind;
  readonly isFinding: boolean;
  /** The bar with the words wants the keyboard. */
  readonly isTyping: boolean;
  readonly panel: PanelName | null;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  setPanel(panel: PanelName | null): void;
  /** Goes to a page from afar, so that one can go back. */
  leapTo(page: number): void;
  /** False where there was nothing to do, so that a key may mean something else. */
  act(action: ReadingAction): boolean;
}

interface ReadingOptions {
  readonly document: PdfDocument;
  readonly pages: Pages;
  readonly view: DocumentView;
  readonly scale: number;
  readonly onView: (view: DocumentView) => void;
  readonly lookFor: LookedFor | null;
}

/** All that the tools, the menu and the keys of a document do. */
export function useReadingActions(options: ReadingOptions): Reading {
  const { document, pages, view, scale, onView, lookFor } = options;
  const { layout, current } = pages;
  const [history, setHistory] = useState(noHistory);
  const [panel, setPanel] = useState<PanelName | null>(null);
  const finding = useFinding(document, lookFor);
  const { find, isFinding, begin: beginFinding, stop: stopFinding } = finding;

  const leapTo = (page: number): void => {
    setHistory(leapt(history, pages.here()));
    pages.goTo(page);
  };
  const step = (way: 'back' | 'forward'): void => {
    const there = stepped(history, way, pages.here());
    if (there === null) return;
    setHistory(there.history);
    pages.goToPlace(there.to);
  };
  const show = (hit: Hit | null): void => {
    if (hit !== null && hit.page !== current) leapTo(hit.page);
  };
  const beside = (way: 1 | -1): number => pageBeside(layout, current, way);
  const actions: { readonly [Action in ReadingAction]: () => void } = {
    next: () => pages.goTo(beside(1)),
    previous: () => pages.goTo(beside(-1)),
    first: () => leapTo(1),
    last: () => leapTo(document.pages),
    ...viewActions(view, scale, onView),
    thumbnails: () => setPanel(panel === 'thumbnails' ? null : 'thumbnails'),
    outline: () => setPanel(panel === 'outline' ? null : 'outline'),
    back: () => step('back'),
    forward: () => step('forward'),
    find: beginFinding,
    'find-here': () => show(find.here()),
    'find-next': () => (isFinding ? show(find.step(1)) : beginFinding()),
    'find-previous': () => (isFinding ? show(find.step(-1)) : beginFinding()),
    close: () => (isFinding ? stopFinding() : setPanel(null)),
  };
  return {
    find,
    isFinding,
    isTyping: finding.isTyping,
    panel,
    canGoBack: history.back.length > 0,
    canGoForward: history.forward.length > 0,
    isFirst: beside(-1) === current,
    isLast: beside(1) === current && layout.boxes.length > 0,
    setPanel,
    leapTo,
    act(action) {
      if (action === 'close' && !isFinding && panel === null) return false;
      actions[action]();
      return true;
    },
  };
}

type ViewAction = PageMode | 'zoom-in' | 'zoom-out' | 'fit-width' | 'fit-page' | 'turn';

/** What changes how pages are shown, and not where one is. */
function viewActions(
  view: DocumentView,
  scale: number,
  onView: (view: DocumentView) => void,
): { readonly [Action in ViewAction]: () => void } {
  const change = (changes: Partial<DocumentView>) => () => onView({ ...view, ...changes });
  return {
    'zoom-in': change({ zoom: nextZoom(scale, 'in') }),
    'zoom-out': change({ zoom: nextZoom(scale, 'out') }),
    'fit-width': change({ zoom: { fit: 'width' } }),
    'fit-page': change({ zoom: { fit: 'page' } }),
    turn: change({ rotation: turnedFurther(view.rotation) }),
    continuous: change({ mode: 'continuous' }),
    single: change({ mode: 'single', zoom: { fit: 'page' } }),
    spread: change({ mode: 'spread', zoom: { fit: 'page' } }),
  };
}
