import type { BlobProgress } from '../../../shared/bridge/bridge.ts';

export type PackState = 'none' | 'whole' | 'fetching' | 'refetching' | 'disk-full';

/** How whole the pack is, from the worst of its documents. */
export function packStateOf(progress: readonly BlobProgress[]): {
  readonly state: PackState;
  readonly have: number;
  readonly total: number;
} {
  const total = progress.length;
  const have = progress.filter((blob) => blob.state === 'held').length;
  const has = (state: BlobProgress['state']): boolean => progress.some((blob) => blob.state === state);
  if (total === 0) return { state: 'none', have, total };
  if (have === total) return { state: 'whole', have, total };
  if (has('disk-full')) return { state: 'disk-full', have, total };
  return { state: has('refetching') ? 'refetching' : 'fetching', have, total };
}
