/** A version of the product: `1.4.0`, or `1.4.0-beta.2` before it. */
export interface ReleaseVersion {
  readonly numbers: readonly [number, number, number];
  /** Parts of what stands after the hyphen; empty for a release proper. */
  readonly before: readonly (number | string)[];
}

const number = '(0|[1-9]\\d{0,8})';
const shape = new RegExp(`^${number}\\.${number}\\.${number}(?:-([0-9a-z.-]{1,40}))?$`);

/** Reads a version; null for anything else, also for one with build metadata, which has no order. */
export function parseReleaseVersion(text: string): ReleaseVersion | null {
  const match = shape.exec(text);
  if (match === null) return null;
  const [, major, minor, patch, before] = match;
  const parts = before === undefined ? [] : before.split('.');
  if (parts.includes('')) return null;
  return {
    numbers: [Number(major), Number(minor), Number(patch)],
    before: parts.map((part) => (/^\d{1,9}$/.test(part) ? Number(part) : part)),
  };
}

/** Orders versions as SemVer 2.0.0 (section 11) does: negative when `a` comes before `b`. */
export function compareReleaseVersions(a: ReleaseVersion, b: ReleaseVersion): number {
  for (const at of [0, 1, 2] as const) {
    if (a.numbers[at] !== b.numbers[at]) return a.numbers[at] - b.numbers[at];
  }
  if (a.before.length === 0 || b.before.length === 0) return b.before.length - a.before.length;
  for (let at = 0; at < Math.max(a.before.length, b.before.length); at += 1) {
    const order = compareParts(a.before[at], b.before[at]);
    if (order !== 0) return order;
  }
  return 0;
}

/** True when `version` comes after `other`; false when one of them is no version. */
export function isNewerRelease(version: string, other: string): boolean {
  const [a, b] = [parseReleaseVersion(version), parseReleaseVersion(other)];
  return a !== null && b !== null && compareReleaseVersions(a, b) > 0;
}

type Part = number | string | undefined;

function compareParts(a: Part, b: Part): number {
  if (a === b) return 0;
  if (a === undefined) return -1;
  if (b === undefined) return 1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'number') return -1;
  if (typeof b === 'number') return 1;
  return a < b ? -1 : 1;
}
