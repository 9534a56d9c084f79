import { useEffect, useState } from 'react';
import { DocumentFind, type LookedFor } from './document-find.ts';
import type { PdfDocument } from './pdf-document.ts';

/** The search in an open document, and whether its bar is there. */
export interface FindingBar {
  readonly find: DocumentFind;
  readonly isFinding: boolean;
  /** The person is about to type words into the bar; false where words were brought along. */
  readonly isTyping: boolean;
  begin(): void;
  stop(): void;
}

/** Begins to look by itself for each `lookFor` that it is given. */
export function useFinding(document: PdfDocument, lookFor: LookedFor | null): FindingBar {
  const [find] = useState(() => new DocumentFind(document));
  const [bar, setBar] = useState<'none' | 'typing' | 'brought'>(lookFor === null ? 'none' : 'brought');
  const [taken, setTaken] = useState(lookFor);
  if (taken !== lookFor) {
    setTaken(lookFor);
    if (lookFor !== null) setBar('brought');
  }
  useEffect(() => () => find.stop(), [find]);
  useEffect(() => {
    if (lookFor !== null) void find.look(lookFor.words, lookFor.page);
  }, [find, lookFor]);
  return {
    find,
    isFinding: bar !== 'none',
    isTyping: bar === 'typing',
    begin: () => setBar('typing'),
    stop() {
      find.stop();
      setBar('none');
    },
  };
}
