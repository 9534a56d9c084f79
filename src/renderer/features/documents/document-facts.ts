import type { BlobProgress } from '../../../shared/bridge/bridge.ts';
import type { DocumentVersion } from '../../../shared/records/document-version.ts';

export type Availability = 'here' | 'fetching' | 'refetching' | 'no-space';

/** Whether the bytes of a version are on this terminal, whole and checked. */
export function availabilityOf(
  version: DocumentVersion | null,
  progress: readonly BlobProgress[],
): Availability {
  const blob = progress.find((each) => each.sha256 === version?.view.sha256);
  switch (blob?.state) {
    case 'held':
      return 'here';
    case 'refetching':
      return 'refetching';
    case 'disk-full':
      return 'no-space';
    case 'waiting':
    case 'fetching':
    case undefined:
      return 'fetching';
  }
}
