import { contradictionsOf } from './contradictions.ts';
import {
  sourceNames,
  type Place,
  type PolicyFault,
  type ReadSource,
  type SourceEntry,
} from './policy-source.ts';
import { initialValues, settingKeys, type SettingKey, type SettingValues } from './settings.ts';

/** What is in force on this machine, where each of it comes from, and what is wrong. */
export interface EffectivePolicy {
  readonly values: SettingValues;
  /** The place that decides a setting; null where nobody has set it. */
  readonly origins: Readonly<Record<SettingKey, Place | null>>;
  /** Empty, or the program does not start. */
  readonly faults: readonly PolicyFault[];
}

/**
 * Merges the sources of a machine, given in any order: of those that name a setting the highest of
 * {@link sourceNames} decides it whole. Lists are not joined.
 */
export function effectivePolicy(sources: readonly ReadSource[]): EffectivePolicy {
  const ranked = sources.toSorted((a, b) => sourceNames.indexOf(a.name) - sourceNames.indexOf(b.name));
  const decided = new Map<SettingKey, SourceEntry>();
  for (const { entries } of ranked) {
    for (const [key, entry] of entries) if (!decided.has(key)) decided.set(key, entry);
  }
  const values = {
    ...initialValues,
    ...Object.fromEntries(Array.from(decided, ([key, { value }]) => [key, value])),
  } as SettingValues;
  const origins = Object.fromEntries(
    settingKeys.map((key) => [key, decided.get(key)?.place ?? null]),
  ) as Record<SettingKey, Place | null>;
  const faults = ranked.flatMap((source) => source.faults);
  return { values, origins, faults: [...faults, ...contradictionsOf(values, origins)] };
}

/** Whether IT has fixed a setting, so that nobody at the machine may change it. */
export function isFixed({ origins }: Pick<EffectivePolicy, 'origins'>, key: SettingKey): boolean {
  const source = origins[key]?.source;
  return source === 'policy-registry' || source === 'policy-file';
}
