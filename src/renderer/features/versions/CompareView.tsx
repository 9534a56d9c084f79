import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { PageOrigin } from '../../../shared/records/replacement.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import type { DrawnSheet, SheetOf } from '../../view/drawn-sheet.ts';
import { compareSheets, type SheetDifference } from './compare-sheets.ts';
import styles from './CompareView.module.css';

interface CompareViewProps {
  /** What the document is called. */
  readonly title: string;
  /** Numbers of the two versions. */
  readonly oldNumber: number;
  readonly newNumber: number;
  /** Where the pages of the newer version come from in the older one. */
  readonly origins: readonly PageOrigin[];
  /** The page of the newer version to begin with, if it was changed. */
  readonly page?: number;
  readonly sheetOf: SheetOf;
  /** Left out where the comparison is part of something else. */
  readonly onClose?: () => void;
}

/** Two versions side by side, page by page of those that changed, with the differences marked on either. */
export function CompareView(props: CompareViewProps) {
  const { title, oldNumber, newNumber, origins, sheetOf, onClose } = props;
  const { versions: words } = useMessages();
  const pages = useMemo(() => pagesToCompare(origins), [origins]);
  const [at, setAt] = useState(() => Math.max(0, pages.indexOf(props.page ?? 0)));
  const page = pages[at] ?? 1;
  const from = origins[page - 1]?.from ?? null;
  return (
    <section className={styles.view} aria-label={words.compareTitle(oldNumber, newNumber)}>
      <header className={styles.head}>
        <div className={styles.titles}>
          <h2 className={styles.title}>{words.compareTitle(oldNumber, newNumber)}</h2>
          <p className={styles.detail}>{title}</p>
        </div>
        <div className={styles.tools}>
          <Button
            label={words.previousChange}
            icon={ChevronLeft}
            isIconOnly
            size="seat"
            isDisabled={at === 0}
            onPress={() => setAt(at - 1)}
          />
          <span className={styles.place} role="status">
            <strong>{words.comparePage(page)}</strong>
            <span>{words.changeOf(at + 1, pages.length)}</span>
          </span>
          <Button
            label={words.nextChange}
            icon={ChevronRight}
            isIconOnly
            size="seat"
            isDisabled={at >= pages.length - 1}
            onPress={() => setAt(at + 1)}
          />
          {onClose !== undefined && <Button label={words.close} icon={X} size="seat" onPress={onClose} />}
        </div>
      </header>
      <Pair key={page} {...{ oldNumber, newNumber, page, from, sheetOf }} />
    </section>
  );
}

interface PairProps extends Pick<CompareViewProps, 'oldNumber' | 'newNumber' | 'sheetOf'> {
  readonly page: number;
  readonly from: number | null;
}

const nothing: readonly never[] = [];

function Pair({ oldNumber, newNumber, page, from, sheetOf }: PairProps) {
  const { versions: words } = useMessages();
  const [old, setOld] = useState<DrawnSheet | null>(null);
  const [now, setNow] = useState<DrawnSheet | null>(null);
  const difference = useMemo<SheetDifference | null>(
    () => (old === null || now === null ? null : compareSheets(old, now)),
    [old, now],
  );
  return (
    <>
      <p className={styles.found} role="status" data-compared={from === null || difference !== null}>
        {from !== null && (difference === null ? words.marking : words.marks(difference.places))}
        {from === null && words.pageAdded}
        <span className={styles.legend} data-side="old">
          {words.legendOld}
        </span>
        <span className={styles.legend} data-side="now">
          {words.legendNew}
        </span>
      </p>
      <div className={styles.sheets}>
        <figure className={styles.sheet}>
          <figcaption>{from === null ? words.pageAdded : words.compareOld(oldNumber, from)}</figcaption>
          {from !== null &&
            sheetOf({ side: 'old', page: from, marks: difference?.old ?? nothing, onDrawn: setOld })}
        </figure>
        <figure className={styles.sheet}>
          <figcaption>{words.compareOld(newNumber, page)}</figcaption>
          {sheetOf({ side: 'now', page, marks: difference?.now ?? nothing, onDrawn: setNow })}
        </figure>
      </div>
    </>
  );
}

/** Pages that were changed or put in; where there are none, all of them. */
function pagesToCompare(origins: readonly PageOrigin[]): readonly number[] {
  const changed = origins.flatMap((origin, index) => (origin.changed ? [index + 1] : []));
  return changed.length > 0 ? changed : origins.map((_, index) => index + 1);
}
