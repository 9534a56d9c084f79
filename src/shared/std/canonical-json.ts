import { must } from './must.ts';

/**
 * Encodes a JSON value with sorted object keys and no white space, so that equal values have equal bytes.
 * Members that are `undefined` are left out, as JSON.stringify does. Numbers must be finite.
 * The subset of RFC 8785 (JSON Canonicalization Scheme) that the log needs.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    must(Number.isFinite(value), 'only finite numbers have a canonical form');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  must(typeof value === 'object', `no canonical form for ${typeof value}`);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
