import type { BlobProgress } from '../../../shared/bridge/bridge.ts';

export type PackState = 'none' | 'whole' | 'fetching' | 'refetching' | 'disk-full';

/** How whole the pack is, from the worst of its documents. A document is here when all that it is made of is. */
export function packStateOf(progress: readonly BlobProgress[]): {
  readonly state: PackState;
  readonly have: number;
  readonly total: number;
} {
  const documents = Map.groupBy(progress, ({ versionId }) => versionId);
  const total = documents.size;
  const have = [...documents.values()].filter((blobs) => blobs.every(({ state }) => state === 'held')).length;
  const has = (state: BlobProgress['state']): boolean => progress.some((blob) => blob.state === state);
  if (total === 0) return { state: 'none', have, total };
  if (have === total) return { state: 'whole', have, total };
  if (has('disk-full')) return { state: 'disk-full', have, total };
  return { state: has('refetching') ? 'refetching' : 'fetching', have, total };
}
