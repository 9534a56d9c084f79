import type { DocumentVersion } from '../../records/document-version.ts';
import type { DocumentVersionId } from '../../records/ids.ts';
import type { PageOrigin } from '../../records/replacement.ts';

/** The page of a version that something is fixed to. Pages count from 1. */
export interface PageAnchor {
  readonly versionId: DocumentVersionId;
  readonly page: number;
}

/**
 * Where it stands in another version: `kept` when the page says the same there, `review` (cần xem lại) when the page
 * was changed or is gone; then it stands at the nearest page.
 */
export interface Carried {
  readonly page: number;
  readonly standing: 'kept' | 'review';
}

/** Versions by their id: a map of them, as far as they are known. */
export interface KnownVersions {
  get(id: DocumentVersionId): Pick<DocumentVersion, 'id' | 'pages' | 'replaces'> | undefined;
}

/**
 * Follows a page from the version where something was fixed to it into another version of the same document, over as
 * many replacements as lie between them, forward or back. Nothing is lost on the way: it always ends on a page.
 *
 * @returns null when the two are no versions of one document, or a version between them is not known (yet)
 */
export function carry(
  anchor: PageAnchor,
  target: DocumentVersionId,
  versions: KnownVersions,
): Carried | null {
  const back = ancestry(anchor.versionId, versions);
  const forth = ancestry(target, versions);
  const meet = back.findIndex((id) => forth.includes(id));
  if (meet < 0) return null;
  let carried: Carried = { page: anchor.page, standing: 'kept' };
  for (const id of back.slice(0, meet)) carried = stepBack(carried, originsOf(id, versions));
  const later = forth.slice(0, forth.indexOf(back[meet] ?? target)).toReversed();
  for (const id of later) carried = stepForward(carried, originsOf(id, versions));
  return within(carried, versions.get(target)?.pages ?? 1);
}

/** A version and all that it came in place of, newest first; empty when it is not known. */
function ancestry(from: DocumentVersionId, versions: KnownVersions): readonly DocumentVersionId[] {
  const chain: DocumentVersionId[] = [];
  let version = versions.get(from);
  while (version !== undefined && !chain.includes(version.id)) {
    chain.push(version.id);
    version = version.replaces === null ? undefined : versions.get(version.replaces.versionId);
  }
  return chain;
}

function originsOf(id: DocumentVersionId, versions: KnownVersions): readonly PageOrigin[] {
  return versions.get(id)?.replaces?.pages ?? [];
}

/** From the replaced version to the one that has these origins. */
function stepForward({ page, standing }: Carried, origins: readonly PageOrigin[]): Carried {
  const same = origins.findIndex(({ from, changed }) => from === page && !changed);
  if (same >= 0) return { page: same + 1, standing };
  const changed = origins.findIndex(({ from }) => from === page);
  return { page: (changed >= 0 ? changed : nearestTo(page, origins)) + 1, standing: 'review' };
}

/** The index of the page that came from next to a page that is gone: from before it if there is one. */
function nearestTo(page: number, origins: readonly PageOrigin[]): number {
  let nearest = 0;
  let best = Number.POSITIVE_INFINITY;
  for (const [index, { from }] of origins.entries()) {
    if (from === null) continue;
    const distance = from < page ? page - from : from - page + 0.5;
    if (distance >= best) continue;
    best = distance;
    nearest = index;
  }
  return nearest;
}

/** From the version that has these origins to the one it replaced. A page that was put in stands with the one before. */
function stepBack({ page, standing }: Carried, origins: readonly PageOrigin[]): Carried {
  const origin = origins[page - 1];
  if (origin !== undefined && origin.from !== null) {
    return { page: origin.from, standing: origin.changed ? 'review' : standing };
  }
  const before = origins.slice(0, Math.max(0, page - 1)).findLast(({ from }) => from !== null);
  return { page: before?.from ?? 1, standing: 'review' };
}

/** A page that the version has not got can only come from a damaged anchor; it is shown for a look, not dropped. */
function within({ page, standing }: Carried, pages: number): Carried {
  if (Number.isInteger(page) && page >= 1 && page <= pages) return { page, standing };
  return { page: Math.min(Math.max(1, Math.trunc(page) || 1), pages), standing: 'review' };
}
