import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../../../i18n/LanguageProvider.tsx';
import type { SheetSlot } from '../../../view/drawn-sheet.ts';
import type { PdfDocument } from './pdf-document.ts';
import type { PdfSource } from './pdf-source.ts';
import pageStyles from './PdfPage.module.css';
import styles from './PdfSheet.module.css';
import { useKeptWords } from './use-kept-words.ts';
import { usePdf } from './use-pdf.ts';

interface PdfSheetProps extends SheetSlot {
  readonly source: PdfSource;
  /** False where words may not leave the page. */
  readonly canCopy?: boolean;
}

/** One page by itself, as wide as its place, with marks over it; for setting two texts side by side. */
export function PdfSheet({ source, canCopy = true, ...slot }: PdfSheetProps) {
  const { pdf } = useMessages();
  const state = usePdf(source);
  if (state.phase !== 'open') {
    return (
      <p className={styles.state} role="status">
        {state.phase === 'not-shown' ? pdf.notShown : pdf.opening}
      </p>
    );
  }
  return <Sheet key={slot.page} document={state.document} canCopy={canCopy} {...slot} />;
}

interface SheetProps extends SheetSlot {
  readonly document: PdfDocument;
  readonly canCopy: boolean;
}

function Sheet({ document: pdf, canCopy, page, side, marks, onDrawn }: SheetProps) {
  const paper = useRef<HTMLDivElement>(null);
  useKeptWords(paper, canCopy);
  const [ratio, setRatio] = useState<number | null>(null);
  useEffect(() => {
    const box = paper.current;
    if (box === null) return undefined;
    const canvas = document.createElement('canvas');
    const text = document.createElement('div');
    text.className = pageStyles['text'] ?? '';
    let stop = (): void => undefined;
    let isOver = false;
    const draw = async (): Promise<void> => {
      const { width, height } = await pdf.sizeOf(page);
      if (isOver) return;
      setRatio(width / height);
      const scale = box.clientWidth / width;
      canvas.width = Math.round(box.clientWidth * devicePixelRatio);
      canvas.height = Math.round((canvas.width * height) / width);
      const drawing = pdf.draw(page, canvas);
      stop = drawing.cancel;
      await drawing.done;
      if (isOver) return;
      box.replaceChildren(canvas, text);
      text.style.setProperty('--total-scale-factor', String((scale * 96) / 72));
      const laying = pdf.layText(page, text, scale);
      stop = laying.cancel;
      await laying.done;
      if (!isOver) onDrawn({ paper: box, text, canvas });
    };
    // What cannot be drawn is not compared either: the sheet stays blank.
    draw().catch((reason: unknown) => console.error('pdf sheet:', reason));
    return () => {
      isOver = true;
      stop();
      onDrawn(null);
    };
  }, [pdf, page, onDrawn]);
  return (
    <div
      className={styles.sheet}
      style={{ aspectRatio: ratio ?? 0.707 }}
      data-sheet={side}
      data-page={page}
      data-marks={marks.length}
    >
      <div className={styles.paper} ref={paper} />
      <Marks side={side} marks={marks} />
    </div>
  );
}

function Marks({ side, marks }: Pick<SheetSlot, 'side' | 'marks'>) {
  return (
    <div className={styles.marks} aria-hidden>
      {marks.map(({ left, top, width, height }) => (
        <span
          key={`${left} ${top}`}
          className={styles.mark}
          data-side={side}
          style={{
            left: `${100 * left}%`,
            top: `${100 * top}%`,
            width: `${100 * width}%`,
            height: `${100 * height}%`,
          }}
        />
      ))}
    </div>
  );
}
