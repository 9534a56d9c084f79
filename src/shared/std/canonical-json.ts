import { Fault, must } from './must.ts';

/**
 * Encodes a JSON value with sorted object keys and no white space, so that equal values have equal bytes.
 * Members that are `undefined` are left out, as JSON.stringify does. Numbers must be finite.
 * The subset of RFC 8785 (JSON Canonicalization Scheme) that the log needs.
 *
 * Every command is encoded twice on its way into the log, hence the care for speed.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      must(Number.isFinite(value), 'only finite numbers have a canonical form');
      return String(value);
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
      return ofMembers(value as Readonly<Record<string, unknown>>);
    default:
      throw new Fault(`no canonical form for ${typeof value}`);
  }
}

function ofMembers(members: Readonly<Record<string, unknown>>): string {
  // One string is grown instead of lists of members.
  let text = '{';
  for (const key of inOrder(Object.keys(members))) {
    const member = members[key];
    if (member === undefined) continue;
    text += `${text.length > 1 ? ',' : ''}${quoted(key)}:${canonicalJson(member)}`;
  }
  return `${text}}`;
}

/** Sorts in place. Members are few and mostly in order, which this finds out in one pass. */
function inOrder(keys: string[]): readonly string[] {
  for (let at = 1; at < keys.length; at += 1) {
    const key = keys[at] as string;
    let to = at;
    for (; to > 0 && (keys[to - 1] as string) > key; to -= 1) keys[to] = keys[to - 1] as string;
    keys[to] = key;
  }
  return keys;
}

/** Printable ASCII but the quote and the backslash: what stands for itself in JSON. */
const plain = /^[ !#-[\]-~]*$/;

function quoted(text: string): string {
  return plain.test(text) ? `"${text}"` : JSON.stringify(text);
}
