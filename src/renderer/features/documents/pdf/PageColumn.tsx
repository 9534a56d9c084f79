import { useCallback, useMemo, useRef, type ReactNode } from 'react';
import type { Finding } from './document-find.ts';
import { pagesBetween } from './page-layout.ts';
import { pageGap } from './page-size.ts';
import { PdfPage } from './PdfPage.tsx';
import type { PdfPagesProps } from './PdfPages.tsx';
import type { Pages } from './use-pages.ts';
import styles from './PdfPages.module.css';

const ignore = (): void => undefined;

interface PageColumnProps extends PdfPagesProps {
  readonly pages: Pages;
  readonly finding: Finding;
}

/** The column at its full height, with the pages that are near the screen. */
export function PageColumn(props: PageColumnProps): ReactNode {
  const { document, renders, pages, finding, view, pageLayer, onPageShown = ignore } = props;
  const { layout, scrollTop } = pages;
  const { height } = pages.viewport;
  const inSight = pagesBetween(layout, scrollTop + 1, scrollTop + height);
  // So that the top of the last page can come to the top of the screen.
  const isColumn = view.mode === 'continuous';
  const room = isColumn ? Math.max(0, height - (layout.boxes.at(-1)?.height ?? 0) - 2 * pageGap) : 0;
  const chosen = finding.hits[finding.current];
  const bringIntoSight = useBringingHitIntoSight(finding);
  return (
    <div
      className={styles.column}
      style={{ width: layout.width, height: layout.height, paddingBlockEnd: room }}
    >
      {!isColumn && <RowStops pages={pages} />}
      {pagesBetween(layout, scrollTop - height, scrollTop + 2 * height).map((box) => (
        <PdfPage
          key={box.page}
          document={document}
          renders={renders}
          box={box}
          rotation={view.rotation}
          isInSight={inSight.includes(box)}
          onShown={onPageShown}
          hits={{
            phrase: finding.phrase,
            current: chosen?.page === box.page ? chosen.index : null,
            onCurrent: bringIntoSight,
          }}
          layer={pageLayer}
        />
      ))}
    </div>
  );
}

/** A hit is brought into sight once for each step to it, or it would draw back a reader who has gone on. */
function useBringingHitIntoSight({ steps }: Finding): (element: Element) => void {
  const done = useRef(0);
  return useCallback(
    (element) => {
      if (done.current === steps) return;
      done.current = steps;
      element.scrollIntoView({ block: 'center', inline: 'nearest' });
    },
    [steps],
  );
}

/** The rows at which scrolling stops where pages are turned, not scrolled. */
function RowStops({ pages: { layout } }: { readonly pages: Pages }) {
  const rows = useMemo(
    () => [...new Map(layout.boxes.map((box) => [box.rowTop, box.rowHeight])).entries()],
    [layout],
  );
  return rows.map(([top, height]) => <div key={top} className={styles.row} style={{ top, height }} />);
}
