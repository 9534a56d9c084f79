import { isFixed, type EffectivePolicy } from '../../shared/policy/effective-policy.ts';
import type { StartingLook } from '../windows/page-address.ts';

const looks = ['language', 'largeText'] as const;

/** How pages begin under the settings; where nobody has set it, each page remembers by itself. */
export function startingLook(policy: EffectivePolicy): StartingLook {
  const { values, origins } = policy;
  return {
    language: origins.language === null ? null : values.language,
    largeText: origins.largeText === null ? null : values.largeText,
    idleLockMinutes: origins['terminal.idleLockMinutes'] === null ? null : values['terminal.idleLockMinutes'],
    fixed: looks.filter((key) => isFixed(policy, key)),
  };
}
