import type { DocumentVersionId } from '../../records/ids.ts';
import type { KnownVersions } from '../annotations/carry.ts';
import type { PageOrigin } from '../../records/replacement.ts';

/** What a reader of an older version has to look at in a newer one. */
export interface VersionChanges {
  /** Pages of the new version that were changed. */
  readonly changed: readonly number[];
  /** Pages of the new version that were put in. */
  readonly added: readonly number[];
  /** How many pages of the old version are gone. */
  readonly removed: number;
}

/** Sums up where the pages of a new version come from. */
export function changesOf(origins: readonly PageOrigin[], pagesBefore: number): VersionChanges {
  const changed: number[] = [];
  const added: number[] = [];
  const used = new Set<number>();
  for (const [index, { from, changed: isChanged }] of origins.entries()) {
    if (from === null) added.push(index + 1);
    else {
      used.add(from);
      if (isChanged) changed.push(index + 1);
    }
  }
  return { changed, added, removed: Math.max(0, pagesBefore - used.size) };
}

/**
 * What changed between two versions of a document, over all replacements between them.
 *
 * @returns null when the newer one does not come, by replacements that are known, from the older one
 */
export function changesBetween(
  older: DocumentVersionId,
  newer: DocumentVersionId,
  versions: KnownVersions,
): VersionChanges | null {
  const origins = originsSince(older, newer, versions);
  const before = versions.get(older);
  return origins === null || before === undefined ? null : changesOf(origins, before.pages);
}

/** Where each page of the newer version comes from in the older one; null when it does not come from it. */
export function originsSince(
  older: DocumentVersionId,
  newer: DocumentVersionId,
  versions: KnownVersions,
): readonly PageOrigin[] | null {
  let version = versions.get(newer);
  let origins: readonly PageOrigin[] = Array.from({ length: version?.pages ?? 0 }, (_, index) => ({
    from: index + 1,
    changed: false,
  }));
  const passed = new Set<DocumentVersionId>();
  // A chain has no circle, but a damaged one might.
  while (version !== undefined && !passed.has(version.id)) {
    passed.add(version.id);
    if (version.id === older) return origins;
    if (version.replaces === null) return null;
    const { pages, versionId } = version.replaces;
    origins = origins.map((origin) => before(origin, pages));
    version = versions.get(versionId);
  }
  return null;
}

function before({ from, changed }: PageOrigin, pages: readonly PageOrigin[]): PageOrigin {
  const origin = from === null ? undefined : pages[from - 1];
  if (origin === undefined || origin.from === null) return { from: null, changed: true };
  return { from: origin.from, changed: changed || origin.changed };
}

/** Pages as people write them: "3–6, 12". */
export function pageRanges(pages: readonly number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const page of pages) {
    const range = ranges.at(-1);
    if (range !== undefined && range[1] === page - 1) range[1] = page;
    else ranges.push([page, page]);
  }
  return ranges
    .flatMap(([first, last]) =>
      last - first >= 2
        ? [`${first}–${last}`]
        : pages.slice(pages.indexOf(first), pages.indexOf(last) + 1).map(String),
    )
    .join(', ');
}
