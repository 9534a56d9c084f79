import { FileClock, FileX } from 'lucide-react';
import type { ReactNode } from 'react';
import { EmptyState } from '../../../ui/state/EmptyState.tsx';
import { useMessages } from '../../../i18n/LanguageProvider.tsx';
import type { PageFrame, TextSelection } from '../../../view/page-frame.ts';
import type { PdfSource } from './pdf-source.ts';
import { PdfPages } from './PdfPages.tsx';
import styles from './PdfView.module.css';
import { usePdf } from './use-pdf.ts';

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
  /** Another page is on the screen now, by a person's doing or because `page` said so. */
  readonly onPageChange?: (page: number, by: 'person' | 'prop') => void;
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
  const state = usePdf(props.source);
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
        <PdfPages {...props} document={state.document} renders={state.renders} sizes={state.sizes} />
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
