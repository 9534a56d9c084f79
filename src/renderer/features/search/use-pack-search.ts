import { useEffect, useMemo, useState } from 'react';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import { useBridge } from '../../data/data-context.ts';
import { useRecordMap, useRecords } from '../../data/records.ts';
import { useVaultProgress } from '../../data/room.ts';
import { documentsOf, versionInForce } from '../../data/select/documents.ts';
import { PackSearch, type SearchPaper } from './pack-search.ts';
import { startSearchWorker } from './start-search-worker.ts';

/** The search of a window, with the papers that it looks through in the order of the agenda. */
export interface PackSearchView {
  readonly search: PackSearch;
  readonly papers: readonly SearchPaper[];
}

/** Holds the index of the pack for the life of the window, so that a search never waits for it. */
export function usePackSearch(items: readonly AgendaItem[]): PackSearchView {
  const { vault } = useBridge();
  const [search] = useState(
    () =>
      new PackSearch({
        startWorker: startSearchWorker,
        read: ({ sha256, bytes }) => vault.read(sha256, 0, bytes),
        onTrouble: (reason) => console.error('search:', reason),
      }),
  );
  const papers = usePapers(items);
  useEffect(() => search.run(), [search]);
  useEffect(() => search.follow(papers), [search, papers]);
  return { search, papers };
}

function usePapers(items: readonly AgendaItem[]): readonly SearchPaper[] {
  const documents = useRecords('document');
  const versions = useRecordMap('document-version');
  const progress = useVaultProgress();
  // Progress changes many times a second while the pack is fetched, and what is held seldom.
  const held = progress
    .flatMap(({ sha256, state }) => (state === 'held' ? [sha256] : []))
    .toSorted()
    .join(' ');
  return useMemo(() => {
    const isHeld = new Set<string>(held.split(' '));
    return items.flatMap((item) =>
      documentsOf(documents, item.id).flatMap((document) => {
        const version = versionInForce(document, versions);
        if (version === null) return [];
        const { id: versionId, text } = version;
        const isHere = text !== null && isHeld.has(text.sha256);
        return [{ versionId, title: document.title, text, isHere }];
      }),
    );
  }, [items, documents, versions, held]);
}
