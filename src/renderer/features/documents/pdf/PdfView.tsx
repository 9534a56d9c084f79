import { FileClock, FileX } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { createSignal } from '../../../../shared/std/signal.ts';
import { EmptyState } from '../../../ui/state/EmptyState.tsx';
import { useMessages } from '../../../i18n/LanguageProvider.tsx';
import type { PageFrame, Rect, TextSelection } from '../../../view/page-frame.ts';
import type { LookedFor } from './document-find.ts';
import { firstView, type DocumentView } from './document-view.ts';
import type { Anchor } from './page-layout.ts';
import type { PdfSource } from './pdf-source.ts';
import { PdfPages } from './PdfPages.tsx';
import styles from './PdfView.module.css';
import type { PlaceInSight } from './use-pages.ts';
import { usePdf } from './use-pdf.ts';

/** The page being read, what of it is in sight, and the place at the upper edge of the screen. */
export interface ReadingPlace extends PlaceInSight {
  readonly at: Anchor;
}

export interface PdfViewProps {
  /** The bytes; another object is another document. */
  readonly source: PdfSource;
  /** What the document is called, for screen readers. */
  readonly title: string;
  /**
   * The page to be on: gone to when the document opens and whenever this becomes another than the one on the screen,
   * and never insisted on, so that a person may scroll away. From 1.
   */
  readonly page?: number;
  /** What of that page is to be in sight, in page units; gone to like `page`, and at once. Null: the page as it comes. */
  readonly zone?: Rect | null;
  /** Where to begin within the document when it opens at `page`; left out, at the top. */
  readonly start?: Anchor;
  /** Another source is another text of the same document: its view opens at the place where the last one was. */
  readonly keepsPlace?: boolean;
  /** How the person looks at documents, where it outlives this view; left out, it is this view's own. */
  readonly view?: DocumentView;
  readonly onView?: (view: DocumentView) => void;
  /** Words to look for at once, their places marked and the first of them on the screen; each object once. */
  readonly lookFor?: LookedFor | null;
  /** False where words may not leave the page; they can still be selected to be marked. */
  readonly canCopy?: boolean;
  /** Another page is on the screen now, by a person's doing or because `page` said so. */
  readonly onPageChange?: (page: number, by: 'person' | 'prop') => void;
  /** The pages have moved, or their size has changed. */
  readonly onPlaceChange?: (place: ReadingPlace, by: 'person' | 'prop') => void;
  /** A page has been drawn and is on the screen. */
  readonly onPageShown?: (page: number) => void;
  /** Drawn over each page near the screen, above its words; lets events through unless it says otherwise. */
  readonly pageLayer?: (frame: PageFrame) => ReactNode;
  /** Words have been selected on a page; null when they no longer are. */
  readonly onSelectText?: (selection: TextSelection | null) => void;
  /** Further tools for the bar beneath the pages. */
  readonly tools?: ReactNode;
}

/** A document to read: its pages in one column, and the tools beneath. Fills its place; never opens a dialog. */
export function PdfView(props: PdfViewProps) {
  const { pdf } = useMessages();
  const { start, keepsPlace = false, onPlaceChange } = props;
  const state = usePdf(props.source);
  const [ownView, setOwnView] = useState(firstView);
  const { view = ownView, onView = setOwnView } = props;
  const [last] = useState(() => createSignal<Anchor | undefined>(undefined));
  if (state.phase === 'not-shown') {
    return (
      <div className={styles.view}>
        <EmptyState icon={FileX} title={pdf.notShown} detail={pdf.notShownDetail} />
      </div>
    );
  }
  return (
    <div className={styles.view} data-phase={state.phase}>
      {state.phase === 'open' && (
        <PdfPages
          {...props}
          document={state.document}
          renders={state.renders}
          sizes={state.sizes}
          view={view}
          onView={onView}
          start={(keepsPlace ? last.get() : undefined) ?? start}
          onPlaceChange={(place, by) => {
            last.set(place.at);
            onPlaceChange?.(place, by);
          }}
        />
      )}
      {state.phase === 'opening' && !state.isWaiting && (
        <p className={styles.opening} role="status">
          {pdf.opening}
        </p>
      )}
      {state.isWaiting && (
        <div className={styles.waiting} role="status">
          <EmptyState icon={FileClock} title={pdf.refetching} detail={pdf.refetchingDetail} />
        </div>
      )}
    </div>
  );
}
