import { useId, useState } from 'react';
import type { DocumentHits, SearchHit } from '../../../shared/domain/search/pack-index.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { ListRow } from '../../ui/room/ListRow.tsx';
import styles from './SearchPanel.module.css';

interface DocumentHitListProps {
  /** Of the document. */
  readonly title: string;
  readonly found: DocumentHits;
  readonly onOpen: (page: number) => void;
}

const firstShown = 4;

/** What one document has of the words: the best few, the others one touch away. */
export function DocumentHitList({ title, found, onOpen }: DocumentHitListProps) {
  const { search: words } = useMessages();
  const [showsAll, setShowsAll] = useState(false);
  const titleId = useId();
  const shown = showsAll ? found.hits : found.hits.slice(0, firstShown);
  const hidden = found.hits.length - shown.length;
  const beyond = found.total - found.hits.length;
  return (
    <section aria-labelledby={titleId}>
      <div className={styles.document}>
        <h2 className={styles.name} id={titleId}>
          {title}
        </h2>
        <p className={styles.state}>{words.places(found.total)}</p>
      </div>
      <ul>
        {shown.map((hit, at) => (
          <ListRow
            key={at}
            title={words.page(hit.page)}
            badge={<MarkedExcerpt hit={hit} />}
            onPress={() => onOpen(hit.page)}
          />
        ))}
      </ul>
      {hidden > 0 && (
        <div className={styles.more}>
          <Button
            label={words.more(hidden)}
            variant="quiet"
            size="seat"
            isWide
            onPress={() => setShowsAll(true)}
          />
        </div>
      )}
      {hidden === 0 && beyond > 0 && (
        <p className={`${styles.state} ${styles.more}`}>{words.beyond(beyond)}</p>
      )}
    </section>
  );
}

function MarkedExcerpt({ hit }: { readonly hit: SearchHit }) {
  return (
    <span className={styles.excerpt}>
      {hit.before}
      <mark className={styles.match}>{hit.match}</mark>
      {hit.after}
    </span>
  );
}
