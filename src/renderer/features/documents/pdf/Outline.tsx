import { useEffect, useState } from 'react';
import { useMessages } from '../../../i18n/LanguageProvider.tsx';
import type { OutlineEntry, PdfDocument } from './pdf-document.ts';
import styles from './SidePanel.module.css';

interface OutlineProps {
  readonly document: PdfDocument;
  readonly current: number;
  readonly onPage: (page: number) => void;
}

/** An entry of the table of contents as a line of it. */
export interface OutlineLine {
  readonly title: string;
  readonly page: number | null;
  readonly depth: number;
}

/** The lines of a table of contents, the deeper after those above them. */
export function outlineLines(entries: readonly OutlineEntry[], depth = 0): readonly OutlineLine[] {
  return entries.flatMap(({ title, page, children }) => [
    { title, page, depth },
    ...outlineLines(children, depth + 1),
  ]);
}

/** The document's own table of contents; the line that one is reading under is marked. */
export function Outline({ document, current, onPage }: OutlineProps) {
  const { viewer } = useMessages();
  const [lines, setLines] = useState<readonly OutlineLine[] | null>(null);
  useEffect(() => {
    let isOver = false;
    const take = (entries: readonly OutlineEntry[]): void => {
      if (!isOver) setLines(outlineLines(entries));
    };
    // A table that cannot be read is none.
    document.outline().then(take, () => take([]));
    return () => {
      isOver = true;
    };
  }, [document]);
  if (lines === null) return <p className={styles.empty}>{viewer.searching}</p>;
  if (lines.length === 0) return <p className={styles.empty}>{viewer.noOutline}</p>;
  const here = lines.findLast(({ page }) => page !== null && page <= current);
  return (
    <ul className={styles.entries} tabIndex={-1}>
      {lines.map((line, index) => (
        <li key={`${index} ${line.title}`}>
          <button
            type="button"
            className={styles.entry}
            style={{ paddingInlineStart: `${0.5 + line.depth}rem` }}
            disabled={line.page === null}
            aria-current={line === here ? 'true' : undefined}
            onClick={() => line.page !== null && onPage(line.page)}
          >
            <span>{line.title}</span>
            {line.page !== null && <span className={styles.number}>{line.page}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
