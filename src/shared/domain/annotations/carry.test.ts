import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentVersionId, type DocumentVersionId } from '../../records/ids.ts';
import type { DocumentVersion } from '../../records/document-version.ts';
import type { PageOrigin } from '../../records/replacement.ts';
import { alignPages } from '../versions/align-pages.ts';
import { carry, type Carried } from './carry.ts';

type Version = Pick<DocumentVersion, 'id' | 'pages' | 'replaces'>;

/** A page as it was written: which one it is, and how often it has been rewritten. */
interface Page {
  readonly name: number;
  readonly edition: number;
}

type Edit =
  | { readonly kind: 'insert' | 'delete' | 'edit'; readonly at: number }
  | { readonly kind: 'move'; readonly at: number; readonly to: number };

const place = fc.nat({ max: 40 });
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constantFrom('insert' as const, 'delete' as const, 'edit' as const), at: place }),
  fc.record({ kind: fc.constant('move' as const), at: place, to: place }),
);
/** The pages to begin with, and the edits of each replacement. */
const histories = fc.record({
  pages: fc.integer({ min: 1, max: 25 }),
  replacements: fc.array(fc.array(edit, { maxLength: 8 }), { minLength: 1, maxLength: 4 }),
});

const keyOf = ({ name, edition }: Page): string => `${name}.${edition}`;
const idOf = (number: number): DocumentVersionId => documentVersionId.parse(`v${number}`);

function rewrite(pages: readonly Page[], edits: readonly Edit[], newName: () => number): readonly Page[] {
  let now = [...pages];
  for (const { kind, at, ...rest } of edits) {
    const index = at % now.length;
    const page = now[index];
    if (page === undefined) continue;
    if (kind === 'insert') now.splice(index, 0, { name: newName(), edition: 0 });
    if (kind === 'edit') now[index] = { name: page.name, edition: newName() };
    if (kind === 'delete' && now.length > 1) now = now.toSpliced(index, 1);
    if (kind === 'move' && 'to' in rest) {
      now = now.toSpliced(index, 1);
      now.splice(rest.to % (now.length + 1), 0, page);
    }
  }
  return now;
}

/** What the hub would find out of two texts. */
function originsOf(old: readonly Page[], now: readonly Page[]): PageOrigin[] {
  const found = alignPages({
    old: old.map(keyOf),
    now: now.map(keyOf),
    likeness: (a, b) => (old[a]?.name === now[b]?.name ? 0.8 : 0.1),
  });
  return now.map((page, index) => {
    const from = found[index] ?? null;
    const before = from === null ? undefined : old[from];
    return {
      from: from === null ? null : from + 1,
      changed: before === undefined || keyOf(before) !== keyOf(page),
    };
  });
}

interface History {
  readonly texts: readonly (readonly Page[])[];
  readonly versions: ReadonlyMap<DocumentVersionId, Version>;
}

function historyOf({ pages, replacements }: { pages: number; replacements: Edit[][] }): History {
  let last = pages;
  const texts: (readonly Page[])[] = [
    Array.from({ length: pages }, (_, index) => ({ name: index, edition: 0 })),
  ];
  const versions = new Map<DocumentVersionId, Version>([[idOf(0), { id: idOf(0), pages, replaces: null }]]);
  for (const [index, edits] of replacements.entries()) {
    const old = texts[index] ?? [];
    const now = rewrite(old, edits, () => (last += 1));
    texts.push(now);
    const origins = originsOf(old, now);
    const replaces = { versionId: idOf(index), reason: 'Sửa', pages: origins };
    versions.set(idOf(index + 1), { id: idOf(index + 1), pages: now.length, replaces });
  }
  return { texts, versions };
}

/** What is wrong with where the notes on every page of one version stand in another; null when nothing is. */
function flawOf(
  { texts, versions }: History,
  carryWith: typeof carry,
  [from, to]: [number, number],
): string | null {
  const between = texts.slice(Math.min(from, to), Math.max(from, to) + 1);
  for (const [index, written] of (texts[from] ?? []).entries()) {
    const carried = carryWith({ versionId: idOf(from), page: index + 1 }, idOf(to), versions);
    if (carried === null) return `the note on ${keyOf(written)} is lost`;
    const there = texts[to]?.[carried.page - 1];
    if (there === undefined) return `the note on ${keyOf(written)} stands on no page`;
    const isThere = keyOf(there) === keyOf(written);
    if (carried.standing === 'kept' && !isThere) return `kept on a page that says something else`;
    const wasAlways = between.every((text) => text.some((page) => keyOf(page) === keyOf(written)));
    if (wasAlways && !(isThere && carried.standing === 'kept')) return `flagged though nothing changed`;
    const lives = between.every((text) => text.some(({ name }) => name === written.name));
    const isSolitary = between.length === 2;
    if (lives && isSolitary && there.name !== written.name) return `beside the page that was changed`;
  }
  return null;
}

const holdsFor = (carryWith: typeof carry, direction: 'forward' | 'back') =>
  fc.property(histories, (seed) => {
    const history = historyOf(seed);
    const last = history.texts.length - 1;
    const flaw = flawOf(history, carryWith, direction === 'forward' ? [0, last] : [last, 0]);
    expect(flaw).toBeNull();
  });

describe('[DOC-4] notes over replacements', () => {
  it.each(['forward', 'back'] as const)(
    'end on the right page or are flagged, and none is lost: %s',
    (direction) => {
      expect(() => fc.assert(holdsFor(carry, direction), { numRuns: 1500 })).not.toThrow();
    },
  );

  const bugs: Readonly<Record<string, typeof carry>> = {
    'stays at its page number': ({ page }, target, versions) => ({
      page: Math.min(page, versions.get(target)?.pages ?? 1),
      standing: 'kept',
    }),
    'drops what was on a page that is gone': (anchor, target, versions) => {
      const pages = versions.get(target)?.replaces?.pages ?? [];
      const carried = carry(anchor, target, versions);
      return pages.some(({ from }) => from === anchor.page) ? carried : null;
    },
    'never flags': (anchor, target, versions) => {
      const carried = carry(anchor, target, versions);
      return carried === null ? null : { ...carried, standing: 'kept' };
    },
    'flags everything': (anchor, target, versions) => {
      const carried = carry(anchor, target, versions);
      return carried === null ? null : { ...carried, standing: 'review' };
    },
    'follows the last replacement alone': ({ page }, target, versions): Carried => {
      const pages = versions.get(target)?.replaces?.pages ?? [];
      const at = pages.findIndex(({ from }) => from === page);
      return at < 0 ? { page: 1, standing: 'review' } : { page: at + 1, standing: 'kept' };
    },
    'is one page off after a page that was put in': (anchor, target, versions) => {
      const carried = carry(anchor, target, versions);
      const pages = versions.get(target)?.replaces?.pages ?? [];
      if (carried === null || !pages.some(({ from }) => from === null)) return carried;
      return { ...carried, page: Math.max(1, carried.page - 1) };
    },
  };

  it.each(Object.entries(bugs))('catches a rule that %s', (_, bug) => {
    expect(fc.check(holdsFor(bug, 'forward'), { numRuns: 1500 }).failed).toBe(true);
  });
});

describe('[DOC-4] at the edges', () => {
  const origin = (from: number | null, changed = false): PageOrigin => ({ from, changed });
  const versions = new Map<DocumentVersionId, Version>([
    [idOf(1), { id: idOf(1), pages: 3, replaces: null }],
    [
      idOf(2),
      {
        id: idOf(2),
        pages: 3,
        replaces: {
          versionId: idOf(1),
          reason: 'Sửa',
          pages: [origin(1), origin(null, true), origin(3, true)],
        },
      },
    ],
    [idOf(9), { id: idOf(9), pages: 3, replaces: null }],
  ]);

  it('stays in its own version', () => {
    expect(carry({ versionId: idOf(1), page: 2 }, idOf(1), versions)).toEqual({ page: 2, standing: 'kept' });
  });

  it('of a page taken out stands at the page before it, flagged', () => {
    expect(carry({ versionId: idOf(1), page: 2 }, idOf(2), versions)).toEqual({
      page: 1,
      standing: 'review',
    });
  });

  it('of a page put in stands in the old version at the page before it, flagged', () => {
    expect(carry({ versionId: idOf(2), page: 2 }, idOf(1), versions)).toEqual({
      page: 1,
      standing: 'review',
    });
  });

  it('is of no use in another document, or before the versions are known', () => {
    expect(carry({ versionId: idOf(1), page: 2 }, idOf(9), versions)).toBeNull();
    expect(carry({ versionId: idOf(7), page: 2 }, idOf(2), versions)).toBeNull();
  });

  it('on a page that never was is shown on one that is, flagged', () => {
    expect(carry({ versionId: idOf(1), page: 99 }, idOf(1), versions)).toEqual({
      page: 3,
      standing: 'review',
    });
  });

  it('ends although the versions go in a circle', () => {
    const loop = { versionId: idOf(3), reason: 'Sửa', pages: [origin(1)] };
    const circle = new Map([[idOf(3), { id: idOf(3), pages: 1, replaces: loop }]]);
    expect(carry({ versionId: idOf(3), page: 1 }, idOf(3), circle)).toEqual({ page: 1, standing: 'kept' });
  });
});
