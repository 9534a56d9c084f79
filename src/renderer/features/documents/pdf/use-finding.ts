import { useEffect, useState } from 'react';
import { DocumentFind, type LookedFor } from './document-find.ts';
import type { PdfDocument } from './pdf-document.ts';

/** The search in an open document, and whether its bar is there. */
export interface FindingBar {
  readonly find: DocumentFind;
  readonly isFinding: boolean;
  begin(): void;
  stop(): void;
}

/** Begins to look by itself for each `lookFor` that it is given. */
export function useFinding(document: PdfDocument, lookFor: LookedFor | null): FindingBar {
  const [find] = useState(() => new DocumentFind(document));
  const [isFinding, setFinding] = useState(lookFor !== null);
  const [taken, setTaken] = useState(lookFor);
  if (taken !== lookFor) {
    setTaken(lookFor);
    if (lookFor !== null) setFinding(true);
  }
  useEffect(() => () => find.stop(), [find]);
  useEffect(() => {
    if (lookFor !== null) void find.look(lookFor.words, lookFor.page);
  }, [find, lookFor]);
  return {
    find,
    isFinding,
    begin: () => setFinding(true),
    stop() {
      find.stop();
      setFinding(false);
    },
  };
}
