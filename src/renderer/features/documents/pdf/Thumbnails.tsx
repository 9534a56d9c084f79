import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useWatchable } from '../../../data/use-watchable.ts';
import { useMessages } from '../../../i18n/LanguageProvider.tsx';
import { CanvasPool } from './canvas-pool.ts';
import { PageRenders } from './page-renders.ts';
import type { PageSizes } from './page-sizes.ts';
import type { PdfDocument } from './pdf-document.ts';
import styles from './SidePanel.module.css';
import { scrollToThumbnail, thumbnailsInSight } from './thumbnail-window.ts';
import { useViewport } from './use-viewport.ts';

interface ThumbnailsProps {
  readonly document: PdfDocument;
  readonly sizes: PageSizes;
  readonly current: number;
  readonly onPage: (page: number) => void;
}

const columns = 2;
/** Height of a cell, and the room for the picture in it, in CSS pixels. */
const rowHeight = 168;
const picture = { width: 104, height: 128 };

/** All pages as small pictures; only those in sight exist and are drawn. */
export function Thumbnails({ document, sizes, current, onPage }: ThumbnailsProps) {
  const { pdf } = useMessages();
  const list = useRef<HTMLDivElement>(null);
  const viewport = useViewport(list);
  const [top, setTop] = useState(0);
  const renders = useRenders(document);
  const known = useWatchable(sizes.sizes);
  const grid = { pages: document.pages, columns, rowHeight };
  const { pages, offset, height } = thumbnailsInSight(grid, { top, height: viewport?.height ?? 0 });
  const [first, last] = [pages[0] ?? 1, pages.at(-1) ?? 0];

  useLayoutEffect(() => {
    const scroller = list.current;
    if (scroller === null || viewport === null) return;
    const wanted = scrollToThumbnail({ pages: document.pages, columns, rowHeight }, current, {
      top: scroller.scrollTop,
      height: viewport.height,
    });
    if (wanted !== null) scroller.scrollTop = wanted;
  }, [document, current, viewport]);
  useEffect(() => {
    const wanted = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
    sizes.need(wanted);
    renders.want(
      wanted.flatMap((page) => {
        const size = known[page - 1];
        if (size === undefined || !size.isMeasured) return [];
        const scale = Math.min(picture.width / size.width, picture.height / size.height);
        const ratio = scale * Math.min(2, window.devicePixelRatio);
        return [{ page, width: Math.round(size.width * ratio), height: Math.round(size.height * ratio) }];
      }),
    );
  }, [renders, sizes, known, first, last]);

  return (
    <div ref={list} className={styles.list} onScroll={(event) => setTop(event.currentTarget.scrollTop)}>
      <div style={{ height }} />
      <div className={styles.grid} style={{ insetBlockStart: offset }}>
        {pages.map((page) => (
          <button
            key={page}
            type="button"
            className={styles.cell}
            aria-label={pdf.page(page, document.pages)}
            aria-current={page === current ? 'page' : undefined}
            data-thumbnail={page}
            onClick={() => onPage(page)}
          >
            <Picture renders={renders} page={page} />
            <span>{page}</span>
          </button>
        ))}
      </div>
    </div>
  );
}

function Picture({ renders, page }: { readonly renders: PageRenders; readonly page: number }) {
  const subscribe = useCallback((listener: () => void) => renders.subscribe(page, listener), [renders, page]);
  const canvas = useSyncExternalStore(subscribe, () => renders.canvasOf(page));
  const place = useCallback(
    (frame: HTMLSpanElement | null) => {
      frame?.replaceChildren(...(canvas ? [canvas] : []));
    },
    [canvas],
  );
  return <span className={styles.picture} ref={place} data-drawn={canvas !== null} />;
}

/** Drawings of their own, beside those of the pages: they are kept and let go by another measure. */
function useRenders(document: PdfDocument): PageRenders {
  const renders = useMemo(
    () => new PageRenders(document, new CanvasPool(), (reason) => console.error('pdf thumbnail:', reason)),
    [document],
  );
  useEffect(() => () => renders.close(), [renders]);
  return renders;
}
