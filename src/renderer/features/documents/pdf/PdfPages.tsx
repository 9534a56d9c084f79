import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { pagesBetween } from './page-layout.ts';
import type { PageRenders } from './page-renders.ts';
import { pageGap } from './page-size.ts';
import type { PageSizes } from './page-sizes.ts';
import { pagesToDraw, pagesToMeasure } from './pages-to-draw.ts';
import type { PdfDocument } from './pdf-document.ts';
import { PdfPage } from './PdfPage.tsx';
import { PdfTools } from './PdfTools.tsx';
import type { PdfViewProps } from './PdfView.tsx';
import { usePages, type Pages } from './use-pages.ts';
import { useTextSelection } from './use-text-selection.ts';
import { nextZoom, type Zoom } from './zoom.ts';
import styles from './PdfPages.module.css';

interface PdfPagesProps extends Omit<PdfViewProps, 'source'> {
  readonly document: PdfDocument;
  readonly renders: PageRenders;
  readonly sizes: PageSizes;
}

const ignore = (): void => undefined;

/** The pages of an open document in one scrolling column; only those near the screen exist. */
export function PdfPages(props: PdfPagesProps) {
  const { document, renders, sizes, title, tools, onPageChange = ignore, onPageShown = ignore } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState<Zoom>({ fit: 'width' });
  const pages = usePages({
    scroller,
    sizes,
    zoom,
    pages: document.pages,
    wantedPage: props.page,
    onPageChange,
  });
  const { layout, scrollTop, current, goTo } = pages;
  useTextSelection(scroller, layout, 0, props.onSelectText);
  const { height } = pages.viewport;

  useEffect(() => {
    const inSight = pagesBetween(layout, scrollTop, scrollTop + height);
    sizes.need(pagesToMeasure(inSight, current));
    renders.want(pagesToDraw(layout, inSight, current, window.devicePixelRatio));
  }, [renders, sizes, layout, scrollTop, height, current]);

  const scale = layout.boxes[current - 1]?.scale ?? 1;
  return (
    <>
      <div
        ref={scroller}
        className={styles.scroller}
        tabIndex={0}
        role="region"
        aria-label={title}
        onScroll={pages.noteScroll}
        onKeyDown={(event) => turnByKey(event, { current, pages: document.pages, goTo, scale, setZoom })}
      >
        <PageColumn
          document={document}
          renders={renders}
          pages={pages}
          onPageShown={onPageShown}
          pageLayer={props.pageLayer}
        />
      </div>
      <PdfTools
        page={current}
        pages={document.pages}
        zoom={zoom}
        scale={scale}
        onPage={goTo}
        onZoom={setZoom}
      >
        {tools}
      </PdfTools>
    </>
  );
}

interface PageColumnProps {
  readonly document: PdfDocument;
  readonly renders: PageRenders;
  readonly pages: Pages;
  readonly onPageShown: (page: number) => void;
  readonly pageLayer: PdfViewProps['pageLayer'];
}

/** The column at its full height, with the pages that are near the screen. */
function PageColumn({ document, renders, pages, onPageShown, pageLayer }: PageColumnProps) {
  const { layout, scrollTop } = pages;
  const { height } = pages.viewport;
  const inSight = pagesBetween(layout, scrollTop + 1, scrollTop + height);
  // So that the top of the last page can come to the top of the screen.
  const room = Math.max(0, height - (layout.boxes.at(-1)?.height ?? 0) - 2 * pageGap);
  return (
    <div
      className={styles.column}
      style={{ width: layout.width, height: layout.height, paddingBlockEnd: room }}
    >
      {pagesBetween(layout, scrollTop - height, scrollTop + 2 * height).map((box) => (
        <PdfPage
          key={box.page}
          document={document}
          renders={renders}
          box={box}
          isInSight={inSight.includes(box)}
          onShown={onPageShown}
          layer={pageLayer}
        />
      ))}
    </div>
  );
}

interface Turning {
  readonly current: number;
  readonly pages: number;
  readonly scale: number;
  readonly goTo: (page: number) => void;
  readonly setZoom: (zoom: Zoom) => void;
}

function turnByKey(event: KeyboardEvent, { current, pages, goTo, scale, setZoom }: Turning): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const turns: Readonly<Record<string, () => void>> = {
    PageDown: () => goTo(current + 1),
    PageUp: () => goTo(current - 1),
    Home: () => goTo(1),
    End: () => goTo(pages),
    '+': () => setZoom(nextZoom(scale, 'in')),
    '=': () => setZoom(nextZoom(scale, 'in')),
    '-': () => setZoom(nextZoom(scale, 'out')),
    '0': () => setZoom({ fit: 'width' }),
  };
  const turn = turns[event.key];
  if (turn === undefined) return;
  event.preventDefault();
  turn();
}
