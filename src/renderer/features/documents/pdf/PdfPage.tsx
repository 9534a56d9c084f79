import { useCallback, useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';
import { useMessages } from '../../../i18n/LanguageProvider.tsx';
import type { PageFrame } from '../../../view/page-frame.ts';
import type { PageBox } from './page-layout.ts';
import { pixelsPerUnit } from './page-size.ts';
import type { PageRenders } from './page-renders.ts';
import type { PdfDocument } from './pdf-document.ts';
import styles from './PdfPage.module.css';

interface PdfPageProps {
  readonly document: PdfDocument;
  readonly renders: PageRenders;
  readonly box: PageBox;
  /** Part of it is on the screen; otherwise it is only close to it. */
  readonly isInSight: boolean;
  /** Told when the page is drawn and in sight. */
  readonly onShown: (page: number) => void;
  /** Drawn over the page. */
  readonly layer: ((frame: PageFrame) => ReactNode) | undefined;
}

/** One page at its place: a sheet of its exact size at once, its drawing as soon as there is one, its words above. */
export function PdfPage({ document, renders, box, isInSight, onShown, layer }: PdfPageProps) {
  const { page } = box;
  const messages = useMessages();
  const subscribe = useCallback((listener: () => void) => renders.subscribe(page, listener), [renders, page]);
  const canvas = useSyncExternalStore(subscribe, () => renders.canvasOf(page));
  const place = useCallback(
    (sheet: HTMLDivElement | null) => sheet?.replaceChildren(...(canvas ? [canvas] : [])),
    [canvas],
  );
  useEffect(() => {
    if (canvas !== null && isInSight) onShown(page);
  }, [canvas, isInSight, page, onShown]);
  return (
    <div
      className={styles.page}
      style={{ top: box.top, left: box.left, width: box.width, height: box.height }}
      role="group"
      aria-label={messages.pdf.page(page, document.pages)}
      data-page={page}
      data-drawn={canvas !== null}
    >
      <div className={styles.drawing} ref={place} />
      {canvas !== null && <PageText document={document} page={page} scale={box.scale} />}
      {layer !== undefined && (
        <div className={styles.layer}>
          {layer({
            page,
            width: box.width,
            height: box.height,
            scale: box.scale * pixelsPerUnit,
            rotation: 0,
            isInSight,
          })}
        </div>
      )}
    </div>
  );
}

interface PageTextProps {
  readonly document: PdfDocument;
  readonly page: number;
  readonly scale: number;
}

/** The words of a page, invisible over its drawing. */
function PageText({ document, page, scale }: PageTextProps) {
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const container = layer.current;
    if (container === null) return;
    container.replaceChildren();
    // pdf.js sizes the words by this, in CSS pixels per point.
    container.style.setProperty('--total-scale-factor', String(scale * pixelsPerUnit));
    const run = document.layText(page, container, scale);
    // Words that cannot be laid leave a page that can still be read.
    run.done.catch(() => undefined);
    return () => run.cancel();
  }, [document, page, scale]);
  return <div className={styles.text} ref={layer} />;
}
