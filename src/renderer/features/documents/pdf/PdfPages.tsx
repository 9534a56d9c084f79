import { useRef, type KeyboardEvent } from 'react';
import type { DocumentView } from './document-view.ts';
import { FindBar } from './FindBar.tsx';
import { PageColumn } from './PageColumn.tsx';
import type { Anchor } from './page-layout.ts';
import type { PageRenders } from './page-renders.ts';
import type { PageSizes } from './page-sizes.ts';
import type { PdfDocument } from './pdf-document.ts';
import { PdfTools } from './PdfTools.tsx';
import type { PdfViewProps } from './PdfView.tsx';
import { actionOfKey } from './reading-action.ts';
import { SidePanel } from './SidePanel.tsx';
import { useKeptWords } from './use-kept-words.ts';
import { useOpenDocument, type OpenReading } from './use-open-document.ts';
import styles from './PdfPages.module.css';

export interface PdfPagesProps extends Omit<
  PdfViewProps,
  'source' | 'start' | 'keepsPlace' | 'view' | 'onView'
> {
  readonly document: PdfDocument;
  readonly renders: PageRenders;
  readonly sizes: PageSizes;
  readonly view: DocumentView;
  readonly onView: (view: DocumentView) => void;
  readonly start: Anchor | undefined;
}

/** The pages of an open document in one scrolling column; only those near the screen exist. */
export function PdfPages(props: PdfPagesProps) {
  const { document, sizes, title, tools, view, canCopy = true } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const open = useOpenDocument(props, scroller);
  useKeptWords(scroller, canCopy);
  const { pages, reading } = open;
  const { current } = pages;
  return (
    <div
      className={styles.frame}
      data-panel={reading.panel ?? undefined}
      onKeyDown={(event) => actByKey(event, view, open)}
    >
      {reading.panel !== null && (
        <SidePanel
          panel={reading.panel}
          document={document}
          sizes={sizes}
          current={current}
          onPanel={reading.setPanel}
          onPage={reading.leapTo}
        />
      )}
      <div className={styles.stage}>
        <div
          ref={scroller}
          className={styles.scroller}
          data-mode={view.mode}
          tabIndex={0}
          role="region"
          aria-label={title}
          onScroll={pages.noteScroll}
        >
          <PageColumn {...props} pages={pages} finding={open.finding} />
        </div>
        {reading.isFinding && (
          <FindBar find={reading.find} from={current} isTyping={reading.isTyping} act={reading.act} />
        )}
        <PdfTools page={current} pages={document.pages} view={view} reading={reading} canCopy={canCopy}>
          {tools}
        </PdfTools>
      </div>
    </div>
  );
}

/** A key asks for something, unless it was pressed in a menu that lies elsewhere or words are being typed. */
function actByKey(event: KeyboardEvent<HTMLElement>, view: DocumentView, { reading }: OpenReading): void {
  const { target, currentTarget } = event;
  if (!(target instanceof Element) || !currentTarget.contains(target) || event.defaultPrevented) return;
  const isTyping = target.closest('input, textarea, select, [contenteditable="true"]') !== null;
  if (isTyping && event.key !== 'F3' && event.key !== 'Escape') return;
  const action = actionOfKey(event, view.mode);
  if (action !== null && reading.act(action)) event.preventDefault();
}
