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
  // One string is grown instead of lists of members: the log encodes every command twice.
  let text = '{';
  for (const key of Object.keys(value).sort()) {
    const member = (value as Readonly<Record<string, unknown>>)[key];
    if (member === undefined) continue;
    text += `${text.length > 1 ? ',' : ''}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `${text}}`;
}
