import type { Delegate } from './people.ts';

/** What stands on a person's nameplate in one line: the name, and for whom a substitute is here. */
export function nameplateOf(
  { participant, person }: Pick<Delegate, 'participant' | 'person'>,
  words: { readonly standsInFor: (name: string) => string },
): string {
  const name = person?.fullName ?? '';
  const { standsInFor } = participant;
  return standsInFor === null ? name : `${name} – ${words.standsInFor(standsInFor.fullName)}`;
}
