import { votingRulesOf } from '../../../shared/domain/body-rules.ts';
import { body, type Body, type Fraction } from '../../../shared/records/meeting.ts';

/** Presences that can be chosen. */
export const presenceNames = ['none', '1/2', '2/3', '3/4'] as const;
export type PresenceName = (typeof presenceNames)[number];

/** The rules of a body while they are being written: numbers as they were typed. */
export interface BodyDraft {
  readonly rules: Body;
  readonly inOffice: string;
  readonly speechMinutes: string;
}

/** Begins with the rules in force. */
export function draftOf(rules: Body): BodyDraft {
  return {
    rules: { ...rules, voting: votingRulesOf(rules) },
    inOffice: String(rules.inOffice),
    speechMinutes: rules.speechMinutes === undefined ? '' : String(rules.speechMinutes),
  };
}

/** The rules that have been written; null while a number is none. */
export function bodyOf({ rules, inOffice, speechMinutes }: BodyDraft): Body | null {
  const { speechMinutes: _, ...rest } = rules;
  const limit = speechMinutes.trim() === '' ? {} : { speechMinutes: Number(speechMinutes) };
  const parsed = body.safeParse({ ...rest, inOffice: Number(inOffice), ...limit });
  return parsed.success ? parsed.data : null;
}

/** The name of a presence; one that cannot be chosen counts as the nearest that can. */
export function presenceName(presence: Fraction | null): PresenceName {
  if (presence === null) return 'none';
  const name = `${presence.numerator}/${presence.denominator}`;
  return presenceNames.find((one) => one === name) ?? '1/2';
}

/** The presence of a name. */
export function presenceOf(name: PresenceName): Fraction | null {
  if (name === 'none') return null;
  const [numerator = 1, denominator = 2] = name.split('/').map(Number);
  return { numerator, denominator };
}
