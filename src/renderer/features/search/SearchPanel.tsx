import { Search } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { leastQuery } from '../../../shared/domain/search/pack-index.ts';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { DocumentVersionId } from '../../../shared/records/ids.ts';
import { useWatchable } from '../../data/use-watchable.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { TextField } from '../../ui/controls/TextField.tsx';
import { Panel } from '../../ui/layout/Panel.tsx';
import { ListRow } from '../../ui/room/ListRow.tsx';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { DocumentHitList } from './DocumentHitList.tsx';
import type { PackSearch, SearchPaper, SearchState } from './pack-search.ts';
import styles from './SearchPanel.module.css';
import { stepFocus } from './step-focus.ts';
import { usePapers } from './use-pack-search.ts';

interface SearchPanelProps {
  readonly search: PackSearch;
  readonly items: readonly AgendaItem[];
  /** A hit was touched; `term` is what was typed, for the find in the document. */
  readonly onOpen: (versionId: DocumentVersionId, page: number, term: string) => void;
}

/** Finds words in the whole pack: the field on top, what was found below it, document by document. */
export function SearchPanel({ search, items, onOpen }: SearchPanelProps) {
  const { search: words } = useMessages();
  const papers = usePapers(items);
  const state = useWatchable(search.state);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Escape') search.type('');
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) openFirst(state, onOpen);
    else if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    else if (!stepFocus(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1)) return;
    event.preventDefault();
  };
  return (
    <section className={styles.panel} aria-label={words.title} onKeyDown={onKeyDown}>
      <search className={styles.field}>
        <TextField
          label={words.field}
          value={state.query}
          onChange={(query) => search.type(query)}
          maxLength={200}
          autoFocus
          {...(state.query === '' ? { hint: words.hint } : {})}
        />
        <SearchNews state={state} papers={papers} />
      </search>
      <Found state={state} papers={papers} onOpen={onOpen} />
      <Unsearchable papers={papers} />
    </section>
  );
}

function openFirst({ hits, query }: SearchState, onOpen: SearchPanelProps['onOpen']): void {
  const [document] = hits ?? [];
  const [hit] = document?.hits ?? [];
  if (document !== undefined && hit !== undefined) onOpen(document.versionId, hit.page, query.trim());
}

interface FoundProps {
  readonly state: SearchState;
  readonly papers: readonly SearchPaper[];
}

/** How much was found, and whether anything cannot be found yet. */
function SearchNews({ state, papers }: FoundProps) {
  const { search: words } = useMessages();
  const readable = papers.filter(({ text }) => text !== null);
  const ready = readable.filter(({ versionId }) => state.taken.has(versionId)).length;
  const places = (state.hits ?? []).reduce((sum, { total }) => sum + total, 0);
  return (
    <p className={styles.state} role="status">
      {ready < readable.length && <span>{words.preparing(ready, readable.length)} </span>}
      {places > 0 && <span>{words.found(places, state.hits?.length ?? 0)}</span>}
    </p>
  );
}

function Found({ state, papers, onOpen }: FoundProps & Pick<SearchPanelProps, 'onOpen'>) {
  const { search: words } = useMessages();
  const query = state.query.trim();
  if (papers.length === 0) return <EmptyState icon={Search} title={words.noDocuments} />;
  if (query.length < leastQuery || state.hits === null) {
    return <EmptyState icon={Search} title={words.start} detail={words.startDetail} />;
  }
  if (state.hits.length === 0) {
    return <EmptyState icon={Search} title={words.nothing(query)} detail={words.nothingDetail} />;
  }
  return state.hits.map((hits) => (
    <DocumentHitList
      key={`${hits.versionId} ${query}`}
      title={papers.find(({ versionId }) => versionId === hits.versionId)?.title ?? ''}
      found={hits}
      onOpen={(page) => onOpen(hits.versionId, page, query)}
    />
  ));
}

/** Documents that no search can look into, so that nobody takes silence for an answer. */
function Unsearchable({ papers }: { readonly papers: readonly SearchPaper[] }) {
  const { search: words } = useMessages();
  const blind = papers.filter(({ text }) => text === null);
  if (blind.length === 0) return null;
  return (
    <Panel title={words.notSearchable}>
      {blind.map(({ versionId, title }) => (
        <ListRow key={versionId} title={title} detail={words.notSearchableDetail} tone="past" />
      ))}
    </Panel>
  );
}
