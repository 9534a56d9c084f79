import { useEffect, useMemo, useState } from 'react';
import type { BlobProgress } from '../../../shared/bridge/bridge.ts';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import { useBridge } from '../../data/data-context.ts';
import { useRecordMap, useRecords } from '../../data/records.ts';
import { useVault } from '../../data/room.ts';
import { documentsOf, versionInForce } from '../../data/select/documents.ts';
import { PackSearch, type SearchPaper } from './pack-search.ts';
import { startSearchWorker } from './start-search-worker.ts';

/** The search of a window, for as long as the window stands; {@link PackIndex} gives it the pack. */
export function usePackSearch(): PackSearch {
  const { vault } = useBridge();
  const [search] = useState(
    () =>
      new PackSearch({
        startWorker: startSearchWorker,
        read: ({ sha256, bytes }) => vault.read(sha256, 0, bytes),
        onTrouble: (reason) => console.error('search:', reason),
      }),
  );
  useEffect(() => search.run(), [search]);
  return search;
}

/** The papers that a search looks through, in the order of the agenda. */
export function usePapers(items: readonly AgendaItem[]): readonly SearchPaper[] {
  const documents = useRecords('document');
  const versions = useRecordMap('document-version');
  const held = useVault(namesOfHeld);
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

/** The names of what is whole on this terminal, as one text, which changes when one of them does. */
function namesOfHeld(progress: readonly BlobProgress[]): string {
  return progress
    .flatMap(({ sha256, state }) => (state === 'held' ? [sha256] : []))
    .toSorted()
    .join(' ');
}
