import { useEffect, useState } from 'react';
import type { PageSize } from './page-size.ts';
import type { PdfDocument } from './pdf-engine.ts';

/** Sizes of pages that are learnt at once before they are shown: telling each would lay out anew a hundred times. */
const atOnce = 40;

interface Known {
  readonly document: PdfDocument;
  readonly sizes: readonly PageSize[];
}

/**
 * The sizes of all pages of a document; empty until the first is known. What is not yet known is taken to be as the
 * first page, which it nearly always is, and put right as it is learnt.
 */
export function usePageSizes(document: PdfDocument): readonly PageSize[] {
  const [known, setKnown] = useState<Known | null>(null);
  useEffect(() => {
    let isOver = false;
    const learn = async (): Promise<void> => {
      const first = await document.sizeOf(1);
      const sizes = Array.from({ length: document.pages }, () => first);
      if (!isOver) setKnown({ document, sizes: [...sizes] });
      for (let begin = 2; begin <= document.pages && !isOver; begin += atOnce) {
        const pages = Array.from(
          { length: Math.min(atOnce, document.pages - begin + 1) },
          (_, index) => begin + index,
        );
        // oxlint-disable-next-line no-await-in-loop
        const learnt = await Promise.all(pages.map((page) => document.sizeOf(page)));
        sizes.splice(begin - 1, learnt.length, ...learnt);
        if (!isOver && learnt.some((size) => !isSame(size, first))) setKnown({ document, sizes: [...sizes] });
      }
    };
    // A page that cannot be measured cannot be drawn either, and is told of there.
    learn().catch(() => undefined);
    return () => {
      isOver = true;
    };
  }, [document]);
  return known?.document === document ? known.sizes : none;
}

const none: readonly PageSize[] = [];

function isSame(a: PageSize, b: PageSize): boolean {
  return a.width === b.width && a.height === b.height;
}
