import { useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useWatchable } from '../../../data/use-watchable.ts';
import type { Finding } from './document-find.ts';
import type { DocumentView } from './document-view.ts';
import { FindBar } from './FindBar.tsx';
import { pagesBetween, unturned, type Anchor } from './page-layout.ts';
import type { PageRenders } from './page-renders.ts';
import { pageGap } from './page-size.ts';
import type { PageSizes } from './page-sizes.ts';
import { pagesToDraw, pagesToMeasure } from './pages-to-draw.ts';
import type { PdfDocument } from './pdf-document.ts';
import { PdfPage } from './PdfPage.tsx';
import { PdfTools } from './PdfTools.tsx';
import type { PdfViewProps } from './PdfView.tsx';
import { actionOfKey } from './reading-action.ts';
import { SidePanel } from './SidePanel.tsx';
import { useReadingActions } from './use-reading-actions.ts';
import { usePages, type Pages } from './use-pages.ts';
import { useTextSelection } from './use-text-selection.ts';
import { useZoomGestures } from './use-zoom-gestures.ts';
import styles from './PdfPages.module.css';

interface PdfPagesProps extends Omit<PdfViewProps, 'source' | 'start' | 'keepsPlace'> {
  readonly document: PdfDocument;
  readonly renders: PageRenders;
  readonly sizes: PageSizes;
  readonly view: DocumentView;
  readonly onView: (view: DocumentView) => void;
  readonly start: Anchor | undefined;
}

const ignore = (): void => undefined;

/** The pages of an open document in one scrolling column; only those near the screen exist. */
export function PdfPages(props: PdfPagesProps) {
  const { document, sizes, title, tools, view, onView, onPlaceChange = ignore } = props;
  const { page, zone = null } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const pages = usePages({
    scroller,
    sizes,
    view,
    pages: document.pages,
    wanted: { page, zone },
    start: props.start,
    onPageChange: props.onPageChange ?? ignore,
    onMove(place, by, at) {
      // Whoever moves a led page takes it over as it stands, or it would jump when it is led no more.
      if (by === 'person' && zone !== null) keepScale();
      onPlaceChange({ ...place, at }, by);
    },
  });
  const { layout, current } = pages;
  const scale = layout.boxes[current - 1]?.scale ?? 1;
  const keepScale = (): void => {
    if (!('scale' in view.zoom) || view.zoom.scale !== scale) onView({ ...view, zoom: { scale } });
  };
  const reading = useReadingActions({ document, pages, view, onView, scale });
  const finding = useWatchable(reading.find.finding);
  useTextSelection(scroller, layout, view.rotation, props.onSelectText);
  useDrawing(props, pages);
  useTellingOfView(view, pages);
  useZoomGestures(scroller, {
    scale,
    onZoom(wanted, point) {
      pages.holdAt(point);
      onView({ ...view, zoom: { scale: wanted } });
    },
  });
  return (
    <div
      className={styles.frame}
      data-panel={reading.panel ?? undefined}
      onKeyDown={(event) => {
        const action = actionOfKey(event, view.mode);
        if (action !== null && reading.act(action)) event.preventDefault();
      }}
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
          {...(props.canCopy === false ? { onCopy: (event) => event.preventDefault() } : {})}
          data-copy={props.canCopy ?? true}
        >
          <PageColumn {...props} pages={pages} finding={finding} />
        </div>
        {reading.isFinding && <FindBar find={reading.find} from={current} act={reading.act} />}
        <PdfTools
          page={current}
          pages={document.pages}
          view={view}
          reading={reading}
          onPage={reading.leapTo}
          isFirst={reading.isFirst}
          isLast={reading.isLast}
        >
          {tools}
        </PdfTools>
      </div>
    </div>
  );
}

/** So long after the last step of a zoom are pages drawn at their new size; until then their drawings are stretched. */
const settleMs = 140;

/** Has measured and drawn what is in sight and near. */
function useDrawing({ renders, sizes, view }: PdfPagesProps, pages: Pages): void {
  const { layout, scrollTop, current } = pages;
  const { height } = pages.viewport;
  const drawn = useRef(0);
  const scale = layout.boxes[current - 1]?.scale ?? 0;
  useEffect(() => {
    const inSight = pagesBetween(layout, scrollTop, scrollTop + height);
    sizes.need(pagesToMeasure(inSight, current));
    const want = (): void => {
      drawn.current = scale;
      renders.want(pagesToDraw(unturned(layout, view.rotation), inSight, current, window.devicePixelRatio));
    };
    if (drawn.current === 0 || drawn.current === scale) {
      want();
      return;
    }
    const timer = setTimeout(want, settleMs);
    return () => clearTimeout(timer);
  }, [renders, sizes, layout, scrollTop, height, current, scale, view.rotation]);
}

/** A change of the view is a movement of the person who made it; told once the pages lie anew. */
function useTellingOfView(view: DocumentView, pages: Pages): void {
  const told = useRef(view);
  const latest = useRef(pages);
  useEffect(() => {
    latest.current = pages;
  });
  useEffect(() => {
    if (told.current === view) return;
    told.current = view;
    latest.current.tell('person');
  }, [view]);
}

interface PageColumnProps extends PdfPagesProps {
  readonly pages: Pages;
  readonly finding: Finding;
}

/** The column at its full height, with the pages that are near the screen. */
function PageColumn(props: PageColumnProps): ReactNode {
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
