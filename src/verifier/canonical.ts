/** A value as JSON has it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Writes a value in the one way the room writes it: names sorted, no white space. */
export function canonical(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((one: Json) => canonical(one)).join(',')}]`;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}

/** A member of an object; undefined where the value is no object or has no such member. */
export function member(value: Json | undefined, name: string): Json | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, name) ? (value as { readonly [name: string]: Json })[name] : undefined;
}

/** A member that must be text. */
export function text(value: Json | undefined, name: string): string {
  const found = member(value, name);
  if (typeof found !== 'string') throw new Refusal(`${name} is missing`);
  return found;
}

/** A member that must be a whole number. */
export function whole(value: Json | undefined, name: string): number {
  const found = member(value, name);
  if (typeof found !== 'number' || !Number.isInteger(found)) throw new Refusal(`${name} is missing`);
  return found;
}

/** A member that must be a list. */
export function list(value: Json | undefined, name: string): readonly Json[] {
  const found = member(value, name);
  if (!Array.isArray(found)) throw new Refusal(`${name} is missing`);
  return found as readonly Json[];
}

/** The file is not what the room wrote, or a result is not what the ballots give. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
