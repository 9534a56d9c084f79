import { useCallback, useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useMessages } from '../../../i18n/LanguageProvider.tsx';
import type { PageFrame, Rotation } from '../../../view/page-frame.ts';
import { isSideways } from './document-view.ts';
import { markHits } from './find-marks.ts';
import type { PageBox } from './page-layout.ts';
import { pixelsPerUnit } from './page-size.ts';
import type { PageRenders } from './page-renders.ts';
import type { PdfDocument } from './pdf-document.ts';
import styles from './PdfPage.module.css';

/** What is looked for on a page: the phrase, and which of its places there was gone to. */
export interface PageHits {
  readonly phrase: string;
  readonly current: number | null;
  /** Told where the one that was gone to stands, each time it is marked anew. */
  readonly onCurrent: (element: Element) => void;
}

interface PdfPageProps {
  readonly document: PdfDocument;
  readonly renders: PageRenders;
  readonly box: PageBox;
  readonly rotation: Rotation;
  /** Part of it is on the screen; otherwise it is only close to it. */
  readonly isInSight: boolean;
  /** Told when the page is drawn and in sight. */
  readonly onShown: (page: number) => void;
  readonly hits: PageHits;
  /** Drawn over the page. */
  readonly layer: ((frame: PageFrame) => ReactNode) | undefined;
}

/** One page at its place: a sheet of its exact size at once, its drawing as soon as there is one, its words above. */
export function PdfPage(props: PdfPageProps) {
  const { document, renders, box, rotation, isInSight, onShown, layer } = props;
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
  const { width, height } = box;
  return (
    <div
      className={styles.page}
      style={{ top: box.top, left: box.left, width, height }}
      role="group"
      aria-label={messages.pdf.page(page, document.pages)}
      data-page={page}
      data-drawn={canvas !== null}
    >
      <div className={styles.sheet} style={sheetOf(box, rotation)}>
        <div className={styles.drawing} ref={place} />
        {canvas !== null && <PageText document={document} page={page} scale={box.scale} hits={props.hits} />}
      </div>
      {layer !== undefined && (
        <div className={styles.layer}>
          {layer({ page, width, height, scale: box.scale * pixelsPerUnit, rotation, isInSight })}
        </div>
      )}
    </div>
  );
}

/** The page as it is drawn, turned about its upper left and brought back into its box. */
function sheetOf({ width, height }: PageBox, rotation: Rotation) {
  if (rotation === 0) return { width, height };
  const right = rotation === 270 ? 0 : width;
  const down = rotation === 90 ? 0 : height;
  return {
    ...(isSideways(rotation) ? { width: height, height: width } : { width, height }),
    transform: `translate(${right}px, ${down}px) rotate(${rotation}deg)`,
  };
}

interface PageTextProps {
  readonly document: PdfDocument;
  readonly page: number;
  readonly scale: number;
  readonly hits: PageHits;
}

/** The words of a page, invisible over its drawing, with the places of what is looked for. */
function PageText({ document, page, scale, hits: { phrase, current, onCurrent } }: PageTextProps) {
  const layer = useRef<HTMLDivElement>(null);
  const [isLaid, setLaid] = useState(false);
  // Words lie by shares of the page and grow with it: they are laid once, at whatever scale there was.
  const firstScale = useRef(scale);
  useEffect(() => {
    const container = layer.current;
    if (container === null) return;
    container.replaceChildren();
    const run = document.layText(page, container, firstScale.current);
    // Words that cannot be laid leave a page that can still be read.
    run.done.then(
      () => setLaid(true),
      () => undefined,
    );
    return () => run.cancel();
  }, [document, page]);
  useEffect(() => {
    // Words grow by this, in CSS pixels per point.
    layer.current?.style.setProperty('--total-scale-factor', String(scale * pixelsPerUnit));
  }, [scale]);
  useEffect(() => {
    if (!isLaid || phrase === '' || layer.current === null) return;
    return markHits(layer.current, phrase, current, onCurrent);
  }, [isLaid, phrase, current, onCurrent]);
  return <div className={styles.text} ref={layer} />;
}
