import { useEffect } from 'react';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { PackSearch } from './pack-search.ts';
import { usePapers } from './use-pack-search.ts';

interface PackIndexProps {
  readonly search: PackSearch;
  readonly items: readonly AgendaItem[];
}

/**
 * Keeps the index of a search in step with the pack, so that a search never waits for it. It draws nothing: papers come
 * one by one while the pack is fetched, and with each the rest of the window would be drawn anew.
 */
export function PackIndex({ search, items }: PackIndexProps) {
  const papers = usePapers(items);
  useEffect(() => search.follow(papers), [search, papers]);
  return null;
}
