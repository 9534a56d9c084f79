import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
} from 'react';
import { layOut, pageAt, pagesBetween, type PageLayout } from './page-layout.ts';
import { pageGap } from './page-size.ts';
import type { PageRenders } from './page-renders.ts';
import { pagesToDraw } from './pages-to-draw.ts';
import type { PdfDocument } from './pdf-engine.ts';
import { PdfPage } from './PdfPage.tsx';
import { PdfTools } from './PdfTools.tsx';
import type { PdfViewProps } from './PdfView.tsx';
import { ScrollPosition, type Mover } from './scroll-position.ts';

import { usePageSizes } from './use-page-sizes.ts';
import { useViewport } from './use-viewport.ts';
import { nextZoom, type Zoom } from './zoom.ts';
import styles from './PdfPages.module.css';

interface PdfPagesProps extends Omit<PdfViewProps, 'source'> {
  readonly document: PdfDocument;
  readonly renders: PageRenders;
}

const unmeasured = { width: 0, height: 0 };
const noPages: PageLayout = { boxes: [], width: 0, height: 0 };
const ignore = (): void => undefined;

/** The pages of an open document in one scrolling column; only those near the screen exist. */
export function PdfPages(props: PdfPagesProps) {
  const {
    document,
    renders,
    title,
    page: wantedPage,
    onPageChange = ignore,
    onPageShown = ignore,
    tools,
  } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const measured = useViewport(scroller);
  const viewport = measured ?? unmeasured;
  const sizes = usePageSizes(document);
  const [zoom, setZoom] = useState<Zoom>({ fit: 'width' });
  const [scrollTop, setScrollTop] = useState(0);
  const layout = useMemo(
    () => (measured === null ? noPages : layOut(sizes, zoom, measured)),
    [sizes, zoom, measured],
  );
  const current = pageAt(layout, scrollTop, viewport) ?? wantedPage ?? 1;
  const position = useRef<ScrollPosition>(null);
  const told = useRef(wantedPage ?? 1);

  useLayoutEffect(() => {
    if (scroller.current === null || layout.boxes.length === 0) return;
    position.current ??= new ScrollPosition(scroller.current, told.current);
    position.current.restore(layout);
    setScrollTop(scroller.current.scrollTop);
  }, [layout]);

  const noteScroll = (): void => {
    if (scroller.current === null || position.current === null) return;
    const by = position.current.scrolled(layout, viewport);
    setScrollTop(scroller.current.scrollTop);
    const page = pageAt(layout, scroller.current.scrollTop, viewport);
    if (page === null || page === told.current) return;
    told.current = page;
    onPageChange(page, by);
  };
  const goTo = (page: number, by: Mover): void => {
    position.current?.goTo(layout, Math.min(document.pages, Math.max(1, page)), by);
    // The browser tells of it only with the next frame, and the next key may come before that.
    noteScroll();
  };
  useFollowing(wantedPage, (page) => goTo(page, 'prop'));

  const inSight = pagesBetween(layout, scrollTop + 1, scrollTop + viewport.height);
  const near = pagesBetween(layout, scrollTop - viewport.height, scrollTop + 2 * viewport.height);
  useEffect(() => {
    const shown = pagesBetween(layout, scrollTop, scrollTop + viewport.height);
    renders.want(pagesToDraw(layout, shown, current, window.devicePixelRatio));
  }, [renders, layout, scrollTop, viewport.height, current]);
  const tellShown = useCallback((page: number) => onPageShown(page), [onPageShown]);

  const scale = layout.boxes[current - 1]?.scale ?? 1;
  const lastHeight = layout.boxes.at(-1)?.height ?? 0;
  return (
    <>
      <div
        ref={scroller}
        className={styles.scroller}
        // A region that scrolls must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="region"
        aria-label={title}
        onScroll={noteScroll}
        onKeyDown={(event) =>
          turnByKey(event, {
            current,
            pages: document.pages,
            goTo: (page) => goTo(page, 'person'),
            scale,
            setZoom,
          })
        }
      >
        <div
          className={styles.column}
          style={{
            width: layout.width,
            height: layout.height,
            // So that the top of the last page can come to the top of the screen.
            paddingBlockEnd: Math.max(0, viewport.height - lastHeight - 2 * pageGap),
          }}
        >
          {near.map((box) => (
            <PdfPage
              key={box.page}
              document={document}
              renders={renders}
              box={box}
              isInSight={inSight.includes(box)}
              onShown={tellShown}
            />
          ))}
        </div>
      </div>
      <PdfTools
        page={current}
        pages={document.pages}
        zoom={zoom}
        scale={scale}
        onPage={(page) => goTo(page, 'person')}
        onZoom={setZoom}
      >
        {tools}
      </PdfTools>
    </>
  );
}

/** Calls `go` each time the wanted page becomes another; not at first, when the pages begin there anyway. */
function useFollowing(wantedPage: number | undefined, go: (page: number) => void): void {
  const latest = useRef(go);
  const last = useRef(wantedPage);
  useLayoutEffect(() => {
    latest.current = go;
  });
  useEffect(() => {
    if (wantedPage === last.current) return;
    last.current = wantedPage;
    if (wantedPage !== undefined) latest.current(wantedPage);
  }, [wantedPage]);
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
